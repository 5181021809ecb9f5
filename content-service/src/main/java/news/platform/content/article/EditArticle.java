package news.platform.content.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.platform.content.article.ChangeArticle.Change;
import news.platform.content.article.ChangeArticle.Request;
import news.platform.content.article.CreateArticle.Standards;
import news.platform.content.body.BodyHtml;
import news.platform.content.reading.ArticleState;
import news.platform.content.reading.Teaser;
import news.platform.content.revision.Revision;
import org.springframework.stereotype.Component;

/** Changes the words of an article; readers of a published one see them at once, so it must stay complete. */
@Component
final class EditArticle {
    private final ChangeArticle changing;
    private final Standards standards;

    EditArticle(ChangeArticle changing, Standards standards) {
        this.changing = changing;
        this.standards = standards;
    }

    Article edit(Request request, Edit edit) {
        var body = edit.bodyHtml().map(html -> standards.body(html, "article.bodyHtml"));
        standards.channels().require(edit.channelIds().orElse(List.of()), "article.channelIds");
        edit.coverUrl().ifPresent(url -> standards.cover(url, "article.coverUrl"));
        // another service's word: asked before the transaction begins
        standards.authors().require(edit.authorIds().orElse(List.of()), "article.authorIds");
        return changing.change(
                request,
                new Change(
                        Revision.Action.UPDATED,
                        "",
                        article -> !article.is(ArticleState.RECALLED)
                                && article.says(edit.teaser(article), body(article, body)),
                        (article, now) -> edited(article, edit.teaser(article), body(article, body), now)));
    }

    private static Article edited(Article article, Teaser teaser, BodyHtml body, Instant now) {
        var edited = article.rewritten(teaser, body, now);
        return article.is(ArticleState.DRAFT) ? edited : edited.requireComplete();
    }

    private static BodyHtml body(Article article, Optional<BodyHtml> body) {
        return body.orElse(article.body());
    }

    /** What is to be other than before, lists whole; what is empty stays. */
    record Edit(
            Optional<String> title,
            Optional<String> summary,
            Optional<String> bodyHtml,
            Optional<String> lang,
            Optional<List<String>> channelIds,
            Optional<List<String>> authorIds,
            Optional<List<String>> symbols,
            Optional<List<String>> tags,
            Optional<String> coverUrl,
            Optional<Boolean> premium) {
        /** Users in the byline replace the names that are none. */
        private Teaser teaser(Article article) {
            var before = article.teaser();
            return new Teaser(
                    title.orElse(before.title()),
                    summary.orElse(before.summary()),
                    lang.orElse(before.lang()),
                    channelIds.orElse(before.channelIds()),
                    authorIds.orElse(before.authorIds()),
                    authorIds.isPresent() ? List.of() : before.bylines(),
                    symbols.orElse(before.symbols()),
                    tags.orElse(before.tags()),
                    coverUrl.orElse(before.coverUrl()),
                    before.sourceName(),
                    before.sourceUrl(),
                    premium.orElse(before.premium()));
        }
    }
}
