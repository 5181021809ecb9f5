package news.platform.content.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures of all sorts, good and bad, made when they are needed. */
public final class TestPictures {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private TestPictures() {}

    /** One half red, the other blue, left and right; above all of it a green line. */
    public static BufferedImage drawn(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, width, height / 8);
        graphics.dispose();
        return picture;
    }

    public static byte[] jpeg(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", false);
    }

    public static byte[] progressive(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", true);
    }

    public static byte[] png(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_INT_ARGB), "png", false);
    }

    public static byte[] deepPng(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_USHORT_GRAY), "png", false);
    }

    public static byte[] gif(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_BYTE_INDEXED), "gif", false);
    }

    /** The same frame again and again. */
    public static byte[] animated(int frames) {
        byte[] one = gif(16, 16);
        int from = 13 + 3 * (2 << (one[10] & 7));
        var frame = part(one, from, one.length - 1);
        byte[] all = part(one, 0, from);
        var out = new ByteArrayOutputStream();
        out.writeBytes(all);
        for (int i = 0; i < frames; i++) {
            out.writeBytes(frame);
        }
        out.write(0x3b);
        return out.toByteArray();
    }

    /** A JPEG with one more segment right behind its beginning. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        return joined(
                part(jpeg, 0, 2),
                new byte[] {(byte) 0xff, (byte) marker, (byte) ((data.length + 2) >> 8), (byte) (data.length + 2)},
                data,
                part(jpeg, 2, jpeg.length));
    }

    /** EXIF with an orientation and a text behind it. */
    public static byte[] exif(int orientation, String text) {
        return joined(
                bytes("Exif\0\0MM\0*\0\0\0\u0008"),
                new byte[] {0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0},
                bytes(text));
    }

    /** A JPEG whose scan is asked for so many times more. */
    public static byte[] withScans(byte[] jpeg, int more) {
        int scan = scan(jpeg);
        var out = new ByteArrayOutputStream();
        out.writeBytes(part(jpeg, 0, jpeg.length - 2));
        for (int i = 0; i < more; i++) {
            out.writeBytes(part(jpeg, scan, scan + 2 + length(jpeg, scan)));
            out.write(0);
        }
        out.writeBytes(part(jpeg, jpeg.length - 2, jpeg.length));
        return out.toByteArray();
    }

    /** A JPEG that says that it is so large. */
    public static byte[] resized(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        for (int at = 2; ; at += 2 + length(jpeg, at)) {
            int marker = jpeg[at + 1] & 0xff;
            if (marker == 0xc0 || marker == 0xc2) {
                ByteBuffer.wrap(changed).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return changed;
            }
        }
    }

    /** A PNG of so many pixels, eight bits of grey each, with whatever follows its head. */
    public static byte[] pngOf(int width, int height, byte[]... chunks) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        return joined(PNG, chunk("IHDR", head.array()), joined(chunks), chunk("IEND", new byte[0]));
    }

    public static byte[] chunk(String type, byte[] data) {
        byte[] named = joined(bytes(type), data);
        var crc = new CRC32();
        crc.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** A PNG with one more chunk behind its head. */
    public static byte[] withChunk(byte[] png, String type, byte[] data) {
        int behindHead = PNG.length + 25;
        return joined(part(png, 0, behindHead), chunk(type, data), part(png, behindHead, png.length));
    }

    /** So many zeros, packed. */
    public static byte[] packed(int zeros) {
        var deflater = new Deflater(9);
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    public static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] part(byte[] all, int from, int to) {
        return Arrays.copyOfRange(all, from, to);
    }

    /** One byte a character. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int scan(byte[] jpeg) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != 0xda) {
            at += 2 + length(jpeg, at);
        }
        return at;
    }

    private static int length(byte[] jpeg, int at) {
        return (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
    }

    private static byte[] written(BufferedImage picture, String format, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            if (progressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
