package news.platform.content.article;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.platform.author.Author;
import news.platform.content.author.RequireAuthors;
import news.platform.content.body.Bodies;
import news.platform.content.body.BodyHtml;
import news.platform.content.channel.Channels;
import news.platform.content.media.ShowImages;
import news.platform.content.reading.Teaser;
import news.platform.content.revision.Revision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves a new draft, in two steps: what others must confirm comes before the transaction. */
@Component
final class CreateArticle {
    private final Standards standards;
    private final SaveArticle saving;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CreateArticle(Standards standards, SaveArticle saving, TransactionTemplate transaction, Clock clock) {
        this.standards = standards;
        this.saving = saving;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Finds it to be in order, or refuses it. */
    Checked check(Teaser teaser, String bodyHtml) {
        standards.channels().require(teaser.channelIds(), "channelIds");
        var names = standards.authors().require(teaser.authorIds(), "authorIds");
        standards.cover(teaser.coverUrl(), "coverUrl");
        return new Checked(teaser, standards.body(bodyHtml, "bodyHtml"), names);
    }

    /** Saves it under this id. */
    Article create(String articleId, Checked checked, String editorId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var draft = Article.draft(articleId, checked.teaser(), checked.body(), clock.instant());
            return saving.save(draft, Revision.Action.CREATED, editorId, "");
        }));
    }

    /** What an editor's words are held against, before the transaction begins. */
    @Component
    record Standards(Channels channels, RequireAuthors authors, Bodies bodies, ShowImages images) {
        void cover(String url, String field) {
            images.require(ShowImages.ofAddresses(List.of(url)), field);
        }

        BodyHtml body(String untrusted, String field) {
            var body = bodies.ofEditor(untrusted, field);
            images.require(ShowImages.ofHtml(body.html()), field);
            return body;
        }
    }

    /** A draft that may be saved, with the names of its authors. */
    record Checked(Teaser teaser, BodyHtml body, Map<String, Author> names) {}
}
