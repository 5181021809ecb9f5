package news.platform.search.searching;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import news.platform.search.index.Item;
import news.platform.test.TrialData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real news beside the repository, and what may be asked for one of them. */
record Corpus(List<Item> items) {
    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Simplified-Traditional");

    /** Those of a file of JSON lines that have a title. */
    static Corpus of(String file, String type, String body) {
        try {
            var items = new ArrayList<Item>();
            var random = new Random(file.hashCode());
            for (var line : Files.readAllLines(TrialData.require(file))) {
                var json = JsonMapper.shared().readTree(line);
                if (!json.path("title").asString("").isEmpty()) {
                    items.add(item(json, type, body, random));
                }
            }
            return new Corpus(List.copyOf(items));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item item(JsonNode json, String type, String body, Random random) {
        return new Item(
                type,
                json.path("id").asString(),
                1,
                true,
                new Item.Text(
                        json.path("title").asString(),
                        "",
                        json.path(body).asString(),
                        "",
                        json.path("lang").asString()),
                new Item.Placing(List.of("global"), List.of(), List.of(), List.of()),
                Instant.now().minus(Duration.ofHours(1 + random.nextInt(24 * 365))));
    }

    /** Eight words, or twelve characters, from the middle of a body; empty where it is shorter. */
    static Optional<String> passage(Item item, Random random) {
        var body = item.text().body();
        if (item.text().lang().equals("zh")) {
            int length = body.codePointCount(0, body.length());
            return length < 24
                    ? Optional.empty()
                    : Optional.of(body.substring(random.nextInt(body.length() - 12)))
                            .map(rest -> rest.substring(0, 12));
        }
        var words = body.split("\\s+");
        if (words.length < 16) {
            return Optional.empty();
        }
        int first = random.nextInt(words.length - 8);
        return Optional.of(String.join(" ", List.of(words).subList(first, first + 8)));
    }

    /** The title with two letters of a longer word the wrong way round; empty where there is none. */
    static Optional<String> misspelled(Item item) {
        var title = item.text().title();
        var longer = Pattern.compile("[a-z]{6,}").matcher(title);
        if (!longer.find()) {
            return Optional.empty();
        }
        int at = longer.start() + 2;
        return Optional.of(title.substring(0, at) + title.charAt(at + 1) + title.charAt(at) + title.substring(at + 2));
    }

    /** The title with one character as it is written in Taiwan; empty where none is written otherwise. */
    static Optional<String> traditional(Item item) {
        var title = item.text().title();
        for (int at = 0; at < title.length(); at++) {
            var one = TRADITIONAL.transliterate(title.substring(at, at + 1));
            if (one.length() == 1 && one.charAt(0) != title.charAt(at)) {
                return Optional.of(title.substring(0, at) + one + title.substring(at + 1));
            }
        }
        return Optional.empty();
    }
}
