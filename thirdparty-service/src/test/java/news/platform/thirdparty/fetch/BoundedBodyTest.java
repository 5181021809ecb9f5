package news.platform.thirdparty.fetch;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBodyTest {
    private static final byte[] FEED =
            "<?xml version='1.0'?><rss><channel><title>中文</title></channel></rss>".getBytes(UTF_8);
    private static final List<String> HEADERS =
            List.of("", "identity", "none", "gzip", "x-gzip", "GZIP", "UTF-8", "text/xml", "binary", "iso-8859-1");

    /** What hosts say against what they send. */
    static Stream<Arguments> bodies() {
        Map<String, byte[]> sent = Map.of("plain", FEED, "gzip", Fetches.gzip(FEED));
        Stream<Arguments> mislabelled = HEADERS.stream()
                .flatMap(header -> sent.keySet().stream().map(kind -> Arguments.of(header, kind, sent.get(kind))));
        Stream<Arguments> deflated = Stream.of(
                Arguments.of("deflate", "zlib", Fetches.deflate(FEED)),
                Arguments.of("deflate", "raw", raw(FEED)),
                Arguments.of("deflate", "plain", FEED),
                Arguments.of("deflate", "gzip", Fetches.gzip(FEED)),
                Arguments.of("br", "plain", FEED),
                Arguments.of("gzip, br", "plain", FEED));
        return Stream.concat(mislabelled, deflated);
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("bodies")
    void readsWhatTheBytesAre(String header, String kind, byte[] sent) throws IOException {
        assertThat(read(header, sent)).as(kind).isEqualTo(FEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip", "deflate", "br"})
    void readsTextInWideCharacters(String header) throws IOException {
        byte[] wide = "\ufeff<rss/>".getBytes(UTF_16LE);

        assertThat(read(header, wide)).isEqualTo(wide);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip", "deflate", "UTF-8"})
    void readsNothing(String header) throws IOException {
        assertThat(read(header, new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip", "deflate", "UTF-8", "none"})
    void stopsAtTheLimitWhateverTheHeaderSays(String header) {
        assertThatThrownBy(() -> read(header, Fetches.gzip(new byte[1_000_000])))
                .isInstanceOf(BoundedBody.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip"})
    void refusesWhatWasNotAskedFor(String header) {
        assertThatThrownBy(() -> read(header, Fetches.gzip(FEED))).hasMessageContaining("not asked for");
    }

    private static byte[] read(String header, byte[] sent) throws IOException {
        return BoundedBody.read(new ByteArrayInputStream(sent), header, 100_000);
    }

    private static byte[] raw(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(body);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
