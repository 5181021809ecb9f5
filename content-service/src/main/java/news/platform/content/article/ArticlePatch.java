package news.platform.content.article;

import com.google.protobuf.FieldMask;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.content.body.BodyHtml;
import news.platform.content.listing.Teaser;
import news.platform.content.v1.ArticleChange;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;

/** The fields of an article that a request replaces; the others stay. */
final class ArticlePatch {
    private static final Set<String> FIELDS = ArticleChange.getDescriptor().getFields().stream()
            .map(field -> field.getName())
            .collect(Collectors.toUnmodifiableSet());

    private final ArticleChange change;
    private final Set<String> fields;
    private final Optional<BodyHtml> body;

    private ArticlePatch(ArticleChange change, Set<String> fields, EditorsBody bodies) {
        this.change = change;
        this.fields = fields;
        this.body = fields.contains("body_html")
                ? Optional.of(bodies.of(change.getBodyHtml(), "article.bodyHtml"))
                : Optional.empty();
    }

    /** What the mask names; with an empty mask, whatever is set. */
    static ArticlePatch of(ArticleChange change, FieldMask mask, EditorsBody bodies) {
        var fields = new HashSet<>(mask.getPathsList());
        if (fields.isEmpty()) {
            change.getAllFields().keySet().forEach(field -> fields.add(field.getName()));
        }
        for (var field : fields) {
            if (!FIELDS.contains(field)) {
                throw DomainException.field(
                        PlatformReason.INVALID_FIELD, "updateMask", "\"" + field + "\" is no field of an article");
            }
        }
        requireValue(fields, "title", change.hasTitle());
        requireValue(fields, "lang", change.hasLang());
        return new ArticlePatch(change, fields, bodies);
    }

    /** The channels that are to be checked: none where they stay. */
    List<String> channelIds() {
        return fields.contains("channel_ids") ? change.getChannelIdsList() : List.of();
    }

    /** The users that are to be checked: none where they stay. */
    List<String> authorIds() {
        return fields.contains("author_ids") ? change.getAuthorIdsList() : List.of();
    }

    BodyHtml body(BodyHtml before) {
        return body.orElse(before);
    }

    Teaser teaser(Teaser before) {
        return new Teaser(
                pick("title", change.getTitle(), before.title()),
                pick("summary", change.getSummary(), before.summary()),
                pick("lang", change.getLang(), before.lang()),
                pick("channel_ids", List.copyOf(change.getChannelIdsList()), before.channelIds()),
                pick("author_ids", List.copyOf(change.getAuthorIdsList()), before.authorIds()),
                fields.contains("author_ids") ? List.of() : before.bylines(),
                pick("symbols", List.copyOf(change.getSymbolsList()), before.symbols()),
                pick("tags", List.copyOf(change.getTagsList()), before.tags()),
                pick("cover_url", change.getCoverUrl(), before.coverUrl()),
                before.sourceName(),
                before.sourceUrl(),
                pick("premium", change.getPremium(), before.premium()));
    }

    private <T> T pick(String field, T changed, T before) {
        return fields.contains(field) ? changed : before;
    }

    private static void requireValue(Set<String> fields, String field, boolean set) {
        if (fields.contains(field) && !set) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD, "article." + field, "is named in the mask but not set");
        }
    }
}
