package news.platform.thirdparty.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads a body and unpacks it, counting on both sides, so that a small archive cannot become a large one. */
final class BoundedBody {
    /** More bytes than are accepted. */
    static final class TooLarge extends IOException {
        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    private static final int PEEKED = 16;

    /** Codings that exist, and that we cannot undo. */
    private static final Set<String> UNREADABLE = Set.of("br", "compress", "x-compress", "dcb", "dcz", "zstd");

    private BoundedBody() {}

    static byte[] read(InputStream sent, String contentEncoding, long limit) throws IOException {
        try (InputStream unpacked = unpack(new Counted(sent, limit), contentEncoding)) {
            var body = new ByteArrayOutputStream();
            new Counted(unpacked, limit).transferTo(body);
            return body.toByteArray();
        }
    }

    /** By what the bytes are: hosts say gzip of what is not, do not say it of what is, and say things that are no coding. */
    private static InputStream unpack(InputStream sent, String contentEncoding) throws IOException {
        var body = new PushbackInputStream(sent, PEEKED);
        byte[] start = body.readNBytes(PEEKED);
        body.unread(start);
        String coding = contentEncoding.strip().toLowerCase(Locale.ROOT);
        if (UNREADABLE.contains(coding) || coding.contains(",")) {
            if (isText(start)) {
                return body;
            }
            throw new IOException("content encoding " + contentEncoding + " was not asked for");
        }
        if (isGzip(start)) {
            return new GZIPInputStream(body, 8192);
        }
        return coding.equals("deflate") && !isText(start) ? inflate(body, start) : body;
    }

    private static boolean isGzip(byte[] start) {
        return start.length >= 3 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b && start[2] == 8;
    }

    /** Bytes that a packed body does not start with, except by a rare chance. */
    private static boolean isText(byte[] start) {
        if (start.length >= 2 && (start[0] & 0xff) + (start[1] & 0xff) == 0xff + 0xfe) {
            return true;
        }
        for (int i = startsWithMark(start) ? 3 : 0; i < start.length; i++) {
            boolean printable = start[i] >= ' ' && start[i] < 0x7f;
            if (!printable && start[i] != '\t' && start[i] != '\n' && start[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithMark(byte[] start) {
        return start.length >= 3 && (start[0] & 0xff) == 0xef && (start[1] & 0xff) == 0xbb && (start[2] & 0xff) == 0xbf;
    }

    /** Half of the servers that say deflate send it without the zlib header that the standard asks for. */
    private static InputStream inflate(InputStream body, byte[] start) {
        boolean zlibHeader = start.length > 0 && (start[0] & 0x0f) == 8 && (start[0] & 0xf0) <= 0x70;
        return new InflaterInputStream(body, new Inflater(!zlibHeader));
    }

    private static final class Counted extends InputStream {
        private final InputStream in;
        private final long limit;
        private long count;

        Counted(InputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private void count(int octets) throws TooLarge {
            count += octets;
            if (count > limit) {
                throw new TooLarge(limit);
            }
        }
    }
}
