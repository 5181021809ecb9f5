package news.platform.ranking.engagement;

import java.nio.ByteBuffer;
import java.util.UUID;
import news.platform.security.Digests;

/**
 * That somebody reads an article.
 *
 * @param key the same each time that this viewer reads this article, and only then
 * @param target the article, as {@code articles/id}
 * @param network where the viewer is today; a digest
 */
record View(UUID key, String target, String network) {
    static View of(String articleId, String viewer, String network) {
        var target = "articles/" + articleId;
        // ids have no line breaks
        var digest = ByteBuffer.wrap(Digests.sha256(target + "\n" + viewer));
        return new View(new UUID(digest.getLong(), digest.getLong()), target, network);
    }
}
