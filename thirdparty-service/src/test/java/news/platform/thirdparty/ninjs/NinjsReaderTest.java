package news.platform.thirdparty.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.platform.test.TrialData;
import news.platform.thirdparty.clean.IncomingItem;
import news.platform.thirdparty.clean.ItemCleaner;
import news.platform.thirdparty.item.Origin;
import news.platform.thirdparty.item.Target;
import news.platform.thirdparty.ninjs.NinjsItem.Refused;
import news.platform.thirdparty.parse.BoundedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class NinjsReaderTest {
    private final NinjsReader reader = new NinjsReader(new ItemCleaner(Clock.systemUTC()));
    private final Sender sender =
            new Sender(new Origin("partner:wire", Target.ARTICLES), "The Wire", List.of("global"), Registered.FOR_ALL);

    @Test
    void readsTheCapitalsOfVersionThreeLikeTheSmallLettersOfVersionTwo() {
        String two = """
                {"uri": "u", "versioncreated": "2024-01-02T03:04:05Z", "pubstatus": "canceled",
                 "headlines": [{"value": "H"}], "bodies": [{"contenttype": "text/plain", "value": "<b>"}]}""";
        String three = two.replace("versioncreated", "versionCreated")
                .replace("pubstatus", "pubStatus")
                .replace("contenttype", "contentType");

        assertThat(readable(three)).isEqualTo(readable(two));
        assertThat(readable(two).publishTime()).isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
        assertThat(readable(two).bodyHtml()).isEqualTo("<p>&lt;b&gt;</p>");
        assertThat(readable(two).withdrawn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "versioncreated, versioncreated, 2026-02-30T00:00:00Z",
        "firstCreated, firstcreated, yesterday",
        "uri, uri, urn:a\\u0000",
        "uri, uri, urn:\\ud800",
        "uri, uri, ' '"
    })
    void tellsAPartnerWhatItDoesNotTake(String name, String field, String value) {
        String json = """
                {"uri": "u", "headlines": [{"value": "H"}], "%s": "%s"}""".formatted(name, value);

        assertThat(reader.read(BoundedJson.read(json.replaceFirst("(?s)\"uri\": \"u\",(.*\"uri\")", "$1")), sender))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void readsWhatVersionOneNamesOtherwise() {
        IncomingItem item = readable("""
                {"uri": "u", "headline": "H", "description_text": "D", "body_text": "plain", "body_xhtml": "<p>rich</p>",
                 "subject": [{"name": "economy"}], "located": "Rome",
                 "associations": {"main": {"type": "picture", "renditions": [{"href": "https://p.example/1.jpg"}]}}}""");

        assertThat(item.title()).isEqualTo("H");
        assertThat(item.summary()).isEqualTo("D");
        assertThat(item.bodyHtml()).isEqualTo("<p>rich</p>");
        assertThat(item.tags()).containsExactly("economy", "Rome");
        assertThat(item.coverUrl()).isEqualTo("https://p.example/1.jpg");
    }

    @Test
    void takesTheMainHeadlineAndTheWidestPictureThatIsNotTooWide() {
        IncomingItem item = readable("""
                {"uri": "u", "type": "picture", "headlines": [{"role": "short", "value": "S"}, {"role": "main", "value": "M"}],
                 "renditions": [{"href": "https://p.example/print.jpg", "width": 6000}, {"href": "https://p.example/s.jpg", "width": 200},
                                {"href": "https://p.example/web.jpg", "width": 1200}]}""");

        assertThat(item.title()).isEqualTo("M");
        assertThat(item.coverUrl()).isEqualTo("https://p.example/web.jpg");
    }

    @Test
    void takesNumbersForVersionsAndOneWhereThereIsNone() {
        assertThat(read("{\"uri\": \"u\", \"version\": 7, \"title\": \"t\"}")
                        .version()
                        .text())
                .isEqualTo("7");
        assertThat(read("{\"uri\": \"u\", \"title\": \"t\"}").version().text()).isEqualTo("1");
    }

    @Test
    void survivesFieldsOfAnyOtherType() {
        for (String value :
                List.of("null", "1", "\"s\"", "[]", "{}", "[null]", "[1, [2]]", "[{\"value\": {}}]", "true")) {
            String object =
                    "{\"uri\": \"u\", \"title\": \"t\", \"headlines\": V, \"bodies\": V, \"subjects\": V, \"altids\": V,"
                            + " \"renditions\": V, \"associations\": V, \"infosources\": V, \"by\": V, \"language\": V}";

            assertThat(read(object.replace("V", value))).as(value).isInstanceOf(NinjsItem.Readable.class);
        }
    }

    @Test
    void readsTheSamplesOfTheStandard() throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> found = Files.walk(TrialData.require("open/ninjs/examples"))) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }

        for (Path file : files) {
            JsonNode json = BoundedJson.read(Files.readAllBytes(file));
            for (JsonNode object : json.isArray() ? json.valueStream().toList() : List.of(json)) {
                String outcome =
                        switch (reader.read(object, sender)) {
                            case NinjsItem.Readable readable -> "readable";
                            case NinjsItem.Refused refused -> "refused: " + refused.detail();
                        };
                outcomes.merge(outcome, 1, Integer::sum);
            }
        }
        outcomes.forEach((outcome, count) -> System.out.printf("ninjs  %-60s %4d%n", outcome, count));

        assertThat(outcomes.get("readable")).isGreaterThanOrEqualTo(files.size() - 1);
    }

    private IncomingItem readable(String json) {
        return ((NinjsItem.Readable) read(json)).named().item();
    }

    private NinjsItem read(String json) {
        return reader.read(BoundedJson.read(json), sender);
    }
}
