package news.platform.content.picture;

/** Untrusted bytes; whoever reads behind their end is told that they are broken. */
record Bytes(byte[] all) {
    int size() {
        return all.length;
    }

    int at(int index) {
        if (index < 0 || index >= all.length) {
            throw new BrokenPictureException("it ends too early");
        }
        return all[index] & 0xff;
    }

    /** Two bytes, the higher one first. */
    int u16(int index) {
        return at(index) << 8 | at(index + 1);
    }

    /** Two bytes, the lower one first. */
    int u16le(int index) {
        return at(index) | at(index + 1) << 8;
    }

    /** Four bytes, the highest first; more than fits an {@code int} is more than anything here may be. */
    int u31(int index) {
        if (at(index) > 0x7f) {
            throw new BrokenPictureException("a length or side is beyond 2^31");
        }
        return u16(index) << 16 | u16(index + 2);
    }

    /** Whether these ASCII characters stand there. */
    boolean has(int index, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at(index + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
