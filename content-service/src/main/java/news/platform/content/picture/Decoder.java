package news.platform.content.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.util.unit.DataSize;

/** Decodes a picture into no more memory than it is given; the JDK's decoders read its lines one after another. */
final class Decoder {
    private final long budget;

    Decoder(DataSize budget) {
        this.budget = budget.toBytes();
    }

    /** @throws BrokenPictureException where it is not what its head says, or cannot be decoded */
    BufferedImage decode(Head head, byte[] bytes) {
        var reader = ImageIO.getImageReadersByFormatName(head.format().name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // metadata are not looked at: what is packed in them stays packed
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > head.pixels()) {
                throw new BrokenPictureException("it is larger than it says");
            }
            var parameters = reader.getDefaultReadParam();
            int step = step(head);
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } catch (BrokenPictureException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the decoders tell of broken pictures by whatever they stumble over
            throw new BrokenPictureException(
                    "it cannot be decoded: " + e.getClass().getSimpleName());
        } finally {
            reader.dispose();
        }
    }

    /** Every how many pixels one is taken. */
    private int step(Head head) {
        long pixels = budget / head.bytesPerPixel();
        int step = 1;
        while (taken(head.width(), step) * taken(head.height(), step) > pixels) {
            step++;
        }
        return step;
    }

    private static long taken(int side, int step) {
        return (side + step - 1L) / step;
    }
}
