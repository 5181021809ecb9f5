package news.platform.content.body;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a premium body everybody may read: the smallest of the three bounds counts. A change counts for all articles at
 * once, saved before or not.
 *
 * @param share of the body's visible characters, from 0 (nothing) to below 1; default 0.3
 * @param maxCharacters visible characters, spaces not counted; at least 0, default 300
 * @param maxBlocks paragraphs, list items, table cells, lines, pictures and the like; at least 0, default 3
 */
@ConfigurationProperties("news.content.preview")
public record PreviewProperties(
        @DefaultValue("0.3") double share,
        @DefaultValue("300") int maxCharacters,
        @DefaultValue("3") int maxBlocks) {
    /** Checks the values. */
    public PreviewProperties {
        require(share >= 0 && share < 1, "share", share, ">= 0 and < 1");
        require(maxCharacters >= 0, "max-characters", maxCharacters, ">= 0");
        require(maxBlocks >= 0, "max-blocks", maxBlocks, ">= 0");
    }

    /** How many visible characters may be shown of a body that has so many. */
    long charactersOf(long whole) {
        return Math.min(maxCharacters, (long) Math.floor(whole * share));
    }

    private static void require(boolean kept, String name, Object value, String expected) {
        if (!kept) {
            throw new IllegalArgumentException(
                    "news.content.preview." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
