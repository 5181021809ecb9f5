package news.platform.content.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
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
    /** The ids of all users in the bylines of these articles. */
    public static Set<String> authorIds(Collection<ListedArticle> articles) {
        return articles.stream()
                .flatMap(article -> article.teaser().authorIds().stream())
                .collect(Collectors.toSet());
    }
}
