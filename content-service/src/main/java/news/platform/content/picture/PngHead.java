package news.platform.content.picture;

/** The chunks of a PNG, to its end. */
final class PngHead {
    private static final int SIGNATURE = 8;
    private static final int CHUNK = 12;
    private static final int MAX_BYTES_PER_PIXEL = 8;

    private PngHead() {}

    static Head read(Bytes bytes) {
        if (!bytes.has(SIGNATURE + 4, "IHDR") || bytes.u31(SIGNATURE) != 13) {
            throw new BrokenPictureException("it does not begin with IHDR");
        }
        int width = bytes.u31(SIGNATURE + 8);
        int height = bytes.u31(SIGNATURE + 12);
        int bits = bytes.at(SIGNATURE + 16);
        int frames = 1;
        int at = SIGNATURE;
        while (!bytes.has(at + 4, "IEND")) {
            if (bytes.has(at + 4, "acTL")) {
                frames = Math.max(2, bytes.u31(at + 8));
            }
            at = Math.addExact(at, Math.addExact(CHUNK, bytes.u31(at)));
        }
        return new Head(Format.PNG, width, height, frames, 1, false, bits > 8 ? MAX_BYTES_PER_PIXEL : 4, 1);
    }
}
