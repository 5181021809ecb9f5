package news.platform.gateway.hot.encoding;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.aayushatharva.brotli4j.encoder.Encoder.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Makes the bytes smaller, once for each answer. Thread-safe. */
public final class Compression {

    /** Below this nothing is gained: the headers alone are as large. */
    private static final int WORTHWHILE = 512;

    private static final int BROTLI_QUALITY = 5;

    private final boolean brotli = Brotli4jLoader.isAvailable();

    /** Whether this machine has a native Brotli. */
    public boolean brotli() {
        return brotli;
    }

    /** The encoded bytes; the same array where encoding makes it no smaller. */
    public byte[] encode(byte[] body, Encoding encoding) {
        if (body.length < WORTHWHILE) {
            return body;
        }
        byte[] encoded =
                switch (encoding) {
                    case IDENTITY -> body;
                    case GZIP -> gzip(body);
                    case BR -> brotli(body);
                };
        return encoded.length < body.length ? encoded : body;
    }

    private static byte[] gzip(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 2);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] brotli(byte[] body) {
        try {
            return Encoder.compress(body, Parameters.create(BROTLI_QUALITY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
