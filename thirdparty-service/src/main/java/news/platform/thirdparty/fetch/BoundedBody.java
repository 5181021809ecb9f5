package news.platform.thirdparty.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
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

    private BoundedBody() {}

    static byte[] read(InputStream sent, String contentEncoding, long limit) throws IOException {
        try (InputStream unpacked = unpack(new Counted(sent, limit), contentEncoding)) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            new Counted(unpacked, limit).transferTo(body);
            return body.toByteArray();
        }
    }

    private static InputStream unpack(InputStream sent, String contentEncoding) throws IOException {
        return switch (contentEncoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity", "none" -> sent;
            case "gzip", "x-gzip" -> new GZIPInputStream(sent, 8192);
            case "deflate" -> inflate(sent);
            default -> throw new IOException("content encoding " + contentEncoding + " was not asked for");
        };
    }

    /** Half of the servers that say deflate send it without the zlib header that the standard asks for. */
    private static InputStream inflate(InputStream sent) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(sent);
        int first = peeked.read();
        if (first >= 0) {
            peeked.unread(first);
        }
        boolean zlibHeader = (first & 0x0f) == 8 && (first & 0xf0) <= 0x70;
        return new InflaterInputStream(peeked, new Inflater(!zlibHeader));
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
