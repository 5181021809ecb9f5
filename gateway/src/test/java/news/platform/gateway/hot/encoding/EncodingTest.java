package news.platform.gateway.hot.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | IDENTITY",
                "'' | IDENTITY",
                "gzip | GZIP",
                "gzip, deflate, br, zstd | BR",
                "br;q=1.0, gzip;q=0.8 | BR",
                "br;q=0, gzip | GZIP",
                "br; q=0.000 , gzip;q=0.1 | GZIP",
                "gzip;q=0 | IDENTITY",
                "deflate | IDENTITY",
                "identity | IDENTITY",
                "*;q=0 | IDENTITY",
                "x-gzip | IDENTITY",
                "gzipped, brr | IDENTITY",
                "deflate,gzip | GZIP",
                "\tgzip\t | GZIP",
            })
    void choosesTheBestThatIsAllowed(String header, Encoding expected) {
        assertThat(Encoding.negotiate(header, true)).isEqualTo(expected);
    }

    @Test
    void takesGzipWhereBrotliIsMissing() {
        assertThat(Encoding.negotiate("gzip, br", false)).isEqualTo(Encoding.GZIP);
    }

    @Test
    void leavesSmallAndIncompressibleBytesAlone() {
        var compression = new Compression();
        byte[] small = "small".getBytes(StandardCharsets.UTF_8);
        byte[] noise = new byte[2000];
        new java.util.Random(1).nextBytes(noise);

        assertThat(compression.encode(small, Encoding.GZIP)).isSameAs(small);
        assertThat(compression.encode(noise, Encoding.GZIP)).isSameAs(noise);
        assertThat(compression.encode(noise, Encoding.BR)).isSameAs(noise);
    }
}
