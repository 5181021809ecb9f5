package news.platform.content.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import news.platform.work.Bulkhead;
import org.springframework.stereotype.Component;

/**
 * Makes clean pictures, one at a time, so that the memory for one is what all take together. Metadata, animation and whatever
 * else is not a pixel stays behind. Thread-safe.
 */
@Component
public final class Pictures {
    /** How wide the narrower ones are, in pixels, the widest first. */
    public static final List<Integer> WIDTHS = List.of(1280, 640, 320);

    private static final String FIELD = "image";
    private static final float QUALITY = 0.85f;

    private final PictureProperties limits;
    private final Decoder decoder;
    private final Bulkhead turn;

    Pictures(PictureProperties limits) {
        this.limits = limits;
        this.decoder = new Decoder(limits.decoded());
        this.turn = new Bulkhead(1, limits.patience(), "Too many images at once for now.");
    }

    /**
     * The clean picture.
     *
     * @throws DomainException UNSUPPORTED_IMAGE, IMAGE_TOO_LARGE, IMAGE_ANIMATED or IMAGE_BROKEN, each of the field; OVERLOADED
     *     where the others take too long
     */
    public Renditions clean(byte[] untrusted) {
        if (untrusted.length > limits.maxSize().toBytes()) {
            throw tooLarge(untrusted.length + " bytes", limits.maxSize().toBytes() + " at most");
        }
        var bytes = new Bytes(untrusted);
        var format = Format.of(bytes)
                .orElseThrow(() -> DomainException.field(
                        ContentReason.UNSUPPORTED_IMAGE, FIELD, "its bytes are none of JPEG, PNG or GIF"));
        try {
            var head = Head.of(format, bytes);
            check(head);
            return turn.run(() -> write(
                    Scaling.upright(decoder.decode(head, untrusted), head.orientation(), limits.width()),
                    head.format().written()));
        } catch (BrokenPictureException | ArithmeticException e) {
            throw DomainException.field(ContentReason.IMAGE_BROKEN, FIELD, format + ": " + e.getMessage());
        }
    }

    private void check(Head head) {
        if (head.width() <= 0 || head.height() <= 0) {
            throw new BrokenPictureException("it has no pixel");
        }
        var size = "%d x %d pixels".formatted(head.width(), head.height());
        if (Math.max(head.width(), head.height()) > limits.maxSide()) {
            throw tooLarge(size, "sides of " + limits.maxSide() + " at most");
        }
        int pixels =
                head.coefficients() ? Math.min(limits.maxPixels(), limits.maxProgressivePixels()) : limits.maxPixels();
        if (head.pixels() > pixels) {
            throw tooLarge(size, pixels + " pixels at most");
        }
        if (head.scans() > limits.maxScans()) {
            throw tooLarge(head.scans() + " scans", limits.maxScans() + " at most");
        }
        if (head.frames() > 1) {
            throw DomainException.field(
                    ContentReason.IMAGE_ANIMATED, FIELD, head.frames() + " pictures that move (expected: one)");
        }
    }

    private static DomainException tooLarge(String value, String expected) {
        return DomainException.field(ContentReason.IMAGE_TOO_LARGE, FIELD, value + " (expected: " + expected + ")");
    }

    private static Renditions write(BufferedImage picture, Format format) {
        try {
            var folder = Files.createTempDirectory("picture-");
            var whole = write(picture, format, folder.resolve("whole"));
            var narrower = new TreeMap<Integer, Path>();
            var last = picture;
            for (int width : WIDTHS) {
                if (width < picture.getWidth()) {
                    last = Scaling.narrowed(last, width);
                    narrower.put(width, write(last, format, folder.resolve(Integer.toString(width))));
                }
            }
            return new Renditions(format, picture.getWidth(), picture.getHeight(), whole, narrower, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(BufferedImage picture, Format format, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            var parameters = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return file;
    }
}
