package news.platform.content.picture;

/** The segments of a JPEG, to its end; what follows that is nobody's. */
final class JpegHead {
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int EXIF = 0xe1;
    private static final int PROGRESSIVE = 0xc2;
    private static final int ORIENTATION = 0x0112;

    private final Bytes bytes;
    private int width;
    private int height;
    private int frames;
    private int scans;
    private boolean progressive;
    private int orientation = 1;

    JpegHead(Bytes bytes) {
        this.bytes = bytes;
    }

    Head read() {
        int at = 2;
        for (int marker = marker(at); marker != END; marker = marker(at)) {
            while (bytes.at(at + 1) == 0xff) {
                at++;
            }
            int length = bytes.u16(at + 2);
            segment(marker, at + 4, length - 2);
            at += 2 + length;
            bytes.at(at);
            if (marker == START_OF_SCAN) {
                scans++;
                at = behindScan(at);
            }
        }
        if (frames != 1 || scans == 0) {
            throw new BrokenPictureException("it has not one picture (expected: one)");
        }
        return new Head(Format.JPEG, width, height, 1, scans, progressive, 4, orientation);
    }

    /** The marker that stands there, maybe behind bytes that fill. */
    private int marker(int from) {
        if (bytes.at(from) != 0xff) {
            throw new BrokenPictureException("a segment of it is none of a JPEG");
        }
        int at = from + 1;
        while (bytes.at(at) == 0xff) {
            at++;
        }
        return bytes.at(at);
    }

    private void segment(int marker, int from, int length) {
        if (length < 0) {
            throw new BrokenPictureException("a segment of it is shorter than nothing");
        }
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
            frames++;
            progressive = marker == PROGRESSIVE;
            height = bytes.u16(from + 1);
            width = bytes.u16(from + 3);
        } else if (marker == EXIF && length > 14 && bytes.has(from, "Exif")) {
            orientation = orientation(from + 6, from + length);
        }
    }

    /** Over the compressed bytes, in which 0xff is followed by zero or by one of the marks between which they restart. */
    private int behindScan(int from) {
        int at = from;
        while (bytes.at(at) != 0xff || bytes.at(at + 1) == 0 || (bytes.at(at + 1) & 0xf8) == 0xd0) {
            at += bytes.at(at) == 0xff ? 2 : 1;
        }
        return at;
    }

    /** Upright where EXIF says nothing, or nothing that can be read. */
    private int orientation(int tiff, int end) {
        boolean little = bytes.has(tiff, "II");
        int at = tiff + (little ? bytes.u16le(tiff + 4) : bytes.u16(tiff + 6));
        if (at + 2 > end) {
            return 1;
        }
        int entries = number(at, little);
        for (int entry = at + 2; entries > 0 && entry + 12 <= end; entry += 12, entries--) {
            if (number(entry, little) == ORIENTATION) {
                int value = number(entry + 8, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private int number(int at, boolean little) {
        return little ? bytes.u16le(at) : bytes.u16(at);
    }
}
