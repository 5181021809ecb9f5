package news.platform.content.picture;

/** The blocks of a GIF, to its end. A frame may be larger than the screen that it is shown on, so it is what counts. */
final class GifHead {
    private static final int SCREEN = 13;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;
    private static final int END = 0x3b;

    private GifHead() {}

    static Head read(Bytes bytes) {
        int width = bytes.u16le(6);
        int height = bytes.u16le(8);
        int frames = 0;
        int at = SCREEN + colours(bytes.at(10));
        while (bytes.at(at) != END) {
            switch (bytes.at(at)) {
                case EXTENSION -> at = behindBlocks(bytes, at + 2);
                case FRAME -> {
                    frames++;
                    width = Math.max(width, bytes.u16le(at + 5));
                    height = Math.max(height, bytes.u16le(at + 7));
                    at = behindBlocks(bytes, at + 11 + colours(bytes.at(at + 9)));
                }
                default -> throw new BrokenPictureException("a block of it is none of a GIF");
            }
        }
        if (frames == 0) {
            throw new BrokenPictureException("it shows nothing");
        }
        return new Head(Format.GIF, width, height, frames, 1, false, 4, 1);
    }

    /** The length of a colour table. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }

    private static int behindBlocks(Bytes bytes, int from) {
        int at = from;
        while (bytes.at(at) > 0) {
            at += 1 + bytes.at(at);
        }
        return at + 1;
    }
}
