package news.platform.content.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as a list shows it.
 *
 * @param id the article's id
 * @param version rises with each change
 * @param state where it stands; a scheduled one whose time has come counts as published
 * @param teaser what is shown of it
 * @param publishTime null for a draft
 * @param updateTime when it was last saved
 */
public record ListedArticle(
        String id,
        long version,
        ArticleState state,
        Teaser teaser,
        @Nullable Instant publishTime,
        Instant updateTime) {
    /** The opaque tag of this version. */
    public String etag() {
        return "v" + version;
    }
}
