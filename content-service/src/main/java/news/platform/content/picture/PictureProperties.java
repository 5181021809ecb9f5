package news.platform.content.picture;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a picture may be, by its head, before it is decoded.
 *
 * @param maxSize how long its file may be; default 8 MB
 * @param maxSide how wide and how high it may be, in pixels; default 16,384
 * @param maxPixels how many pixels it may have; default 40,000,000
 * @param maxProgressivePixels the same of a progressive JPEG, of which the decoder keeps everything; default 16,000,000
 * @param maxScans how often a JPEG may have it gone over; default 32
 * @param decoded how much memory the decoded picture may take; of a larger one every second, third … pixel of a line and every
 *     second, third … line is decoded; default 24 MB
 * @param width the width above which it is made smaller, in pixels; default 2,048
 * @param patience how long it waits for the one before it, 503 then: one at a time is decoded; default 8 s
 */
@ConfigurationProperties("news.content.picture")
record PictureProperties(
        @DefaultValue("8MB") DataSize maxSize,
        @DefaultValue("16384") int maxSide,
        @DefaultValue("40000000") int maxPixels,
        @DefaultValue("16000000") int maxProgressivePixels,
        @DefaultValue("32") int maxScans,
        @DefaultValue("24MB") DataSize decoded,
        @DefaultValue("2048") int width,
        @DefaultValue("8s") Duration patience) {
    PictureProperties {
        require(maxSize.toBytes() > 0, "max-size", maxSize, "> 0B");
        require(maxSide > 0, "max-side", maxSide, "> 0");
        require(maxPixels > 0, "max-pixels", maxPixels, "> 0");
        require(maxProgressivePixels > 0, "max-progressive-pixels", maxProgressivePixels, "> 0");
        require(maxScans > 0, "max-scans", maxScans, "> 0");
        require(decoded.toMegabytes() > 0, "decoded", decoded, ">= 1MB");
        require(width > 0, "width", width, "> 0");
        require(patience.isPositive(), "patience", patience, "> 0s");
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "news.content.picture." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
