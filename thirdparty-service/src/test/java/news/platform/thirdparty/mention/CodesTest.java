package news.platform.thirdparty.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.test.TrialData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CodesTest {
    private static final List<String> TEXTS = List.of(
            "open/articles-en-wikinews-economy.jsonl",
            "research-only/flash-zh-finnl.jsonl",
            "research-only/articles-zh-finna.jsonl",
            "research-only/comments-zh-finfe.jsonl");
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Buy $NRTEN, they say.         | NRTEN",
                "看好$NRTEN上涨                 | NRTEN",
                "$BRK.B fell.                  | BRK.B",
                "贵州茅台（600519）涨停            | 600519",
                "Moutai (600519) rose.         | 600519",
                "600519.SH涨停                  | 600519.SH",
                "Tencent 0700.HK               | 0700.HK",
                "Northwind (NYSE: NRTEN) fell. | NRTEN",
                "Northwind (NASDAQ:NRTEN)      | NRTEN"
            })
    void isWrittenInSeveralWays(String text, String code) {
        assertThat(Codes.in(text)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs $500m, or US$ 20.",
                "The International Monetary Fund (IMF) and the ECB",
                "A vitamin, A is all it takes",
                "新增确诊318648例，共计1318648834例",
                "call 600519 or 1600519.SH",
                "https://example.com/$NRTENX1234567890",
                "x$NRTEN and $$NRTEN"
            })
    void isNotWhatOnlyLooksLikeIt(String text) {
        assertThat(Codes.in(text)).isEmpty();
    }

    /** Over the real texts and two thousand real codes: what is found is shown, and each must be meant. */
    @Test
    void findsInRealTextsWhatIsMeantThere() {
        var dictionary = dictionary();
        var texts = TEXTS.stream().flatMap(CodesTest::texts).toList();
        var found = new ArrayList<String>();
        int looksLikeOne = 0;
        for (var text : texts) {
            var codes = Codes.in(text);
            looksLikeOne += codes.size();
            codes.stream()
                    .filter(dictionary::containsKey)
                    .forEach(code -> found.add(code + " (" + dictionary.get(code) + ")"));
        }
        System.out.printf(
                "%d real texts, %d codes: %d look like one, known are %s%n",
                texts.size(), dictionary.size(), looksLikeOne, found);

        assertThat(found).hasSizeLessThanOrEqualTo(texts.size() / 500);
    }

    /** The same texts, with the code behind each name as Chinese newspapers write it. */
    @Test
    void findsEachCodeThatStandsBehindItsName() {
        var names = new HashMap<String, String>();
        dictionary().forEach((code, name) -> {
            if (code.matches("[0-9]{6}") && name.length() >= 4) {
                names.put(name, code);
            }
        });
        int named = 0;
        for (var text : TEXTS.stream().flatMap(CodesTest::texts).toList()) {
            for (var name : names.keySet().stream().filter(text::contains).toList()) {
                named++;
                var code = names.get(name);
                assertThat(Codes.in(text.replace(name, name + "（" + code + "）")))
                        .contains(code);
                assertThat(Codes.in(text.replace(name, name + code + ".SH，"))).contains(code + ".SH");
            }
        }
        System.out.printf("%d names of instruments in real texts, each found by its code%n", named);

        assertThat(named).isPositive();
    }

    /** Names by code, Chinese ones without and with their exchange. */
    private static Map<String, String> dictionary() {
        try (var files = Files.list(TrialData.require("open/symbols"))) {
            var names = new HashMap<String, String>();
            files.flatMap(CodesTest::lines).skip(1).map(line -> line.split(",")).forEach(row -> {
                names.put(row[0], row[2]);
                names.put(row[0] + "." + row[1], row[2]);
            });
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> texts(String file) {
        return lines(TrialData.require(file)).map(JSON::readTree).map(line -> Stream.of("title", "content", "text")
                .map(line::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.joining("\n")));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
