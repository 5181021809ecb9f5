package news.platform.thirdparty.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static news.platform.thirdparty.parse.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that are damaged, mislabelled or marked twice. */
class FeedEncodingTest {
    private static final Map<String, String> TITLES = Map.of(
            "UTF-8", "Zürich – 中文 “x”",
            "GB18030", "中文新闻标题",
            "Big5", "中文新聞標題",
            "Shift_JIS", "日本語のニュース",
            "EUC-KR", "한국어 뉴스",
            "windows-1251", "Новости рынка");

    /** Each true encoding under each declaration that is right, missing or nonsense, and with a byte order mark and without. */
    static Stream<Arguments> declarations() {
        return TITLES.keySet().stream().flatMap(actual -> Stream.of(actual, actual.toLowerCase(java.util.Locale.ROOT))
                .flatMap(declared -> Stream.of(
                        Arguments.of(actual, "text/xml; charset=" + declared, ""),
                        Arguments.of(actual, "text/xml", declared),
                        Arguments.of(actual, "text/xml; charset=utf-8", declared),
                        Arguments.of(actual, "text/xml; charset=nonsense", declared))));
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void readsEachEncodingAsDeclared(String actual, String contentType, String declared)
            throws UnreadableFeedException {
        String title = TITLES.getOrDefault(actual, "");

        assertThat(read(feed(declared, title).getBytes(Charset.forName(actual)), contentType)
                        .title())
                .isEqualTo(title);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void losesNoMoreThanTheCharacterThatWasCut(String actual, String contentType, String declared)
            throws UnreadableFeedException {
        String title = TITLES.getOrDefault(actual, "").repeat(5);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Charset charset = Charset.forName(actual);
        bytes.writeBytes(feed(declared, "@").split("@")[0].getBytes(charset));
        bytes.writeBytes(title.getBytes(charset));
        bytes.write(charset.newEncoder().maxBytesPerChar() > 1.5 ? "中é".getBytes(charset)[0] : 0x98);
        bytes.writeBytes("</title></channel></rss>".getBytes(charset));

        assertThat(read(bytes.toByteArray(), contentType).title()).isEqualTo(title + "\ufffd");
    }

    @ParameterizedTest
    @CsvSource({"e2 80, \ufffd", "e9, é", "93, “", "e9 20 e8 20 e0, é è à"})
    void decidesWhatAFewStrangeBytesAreInATextThatIsElseAscii(String octets, String expected)
            throws UnreadableFeedException {
        StringBuilder odd = new StringBuilder();
        for (String octet : octets.split(" ")) {
            odd.append((char) Integer.parseInt(octet, 16));
        }

        assertThat(read(feed("utf-8", "a " + odd + " b").getBytes(ISO_8859_1), "text/xml")
                        .title())
                .isEqualTo("a " + expected + " b");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'\r\n\t'", "\ufeff", "\ufeff\ufeff", "' \ufeff'", "'\ufeff \ufeff'"})
    void looksBehindBlanksAndMarks(String before) throws UnreadableFeedException {
        byte[] bytes = (before + feed("iso-8859-1", "中文")).getBytes(UTF_8);

        assertThat(read(bytes, before.contains("\ufeff") ? "text/xml" : "text/xml; charset=utf-8")
                        .title())
                .isEqualTo("中文");
    }

    private static String feed(String declared, String title) {
        String declaration = declared.isEmpty() ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
        return declaration + "<rss><channel><title>" + title + "</title></channel></rss>";
    }
}
