package news.platform.thirdparty.ninjs;

import static news.platform.thirdparty.parse.BoundedJson.list;
import static news.platform.thirdparty.parse.BoundedJson.text;

import java.util.List;
import java.util.stream.Stream;
import news.platform.thirdparty.parse.BoundedJson;
import tools.jackson.databind.JsonNode;

/**
 * What an item is about. A subject with the uri {@code channel:<slug>} puts it into a channel, {@code symbol:<symbol>} ties it
 * to an instrument, every other one is a tag by its name.
 */
final class NinjsSubjects {
    private static final String CHANNEL = "channel:";
    private static final String SYMBOL = "symbol:";
    private static final int MAX = 30;

    private NinjsSubjects() {}

    static List<String> channels(JsonNode object) {
        return named(object, CHANNEL, "[a-z0-9]+(-[a-z0-9]+)*", 40);
    }

    static List<String> symbols(JsonNode object) {
        return named(object, SYMBOL, "[\\w.:^=-]+", 20);
    }

    static List<String> tags(JsonNode object) {
        Stream<String> names = subjects(object)
                .filter(subject ->
                        !uri(subject).startsWith(CHANNEL) && !uri(subject).startsWith(SYMBOL))
                .map(subject -> text(subject, "name"));
        Stream<String> keywords = list(object, "keywords").stream().flatMap(word -> BoundedJson.text(word).stream());
        return Stream.of(names, keywords, Stream.of(text(object, "located")))
                .flatMap(words -> words)
                .filter(word -> !word.isBlank())
                .toList();
    }

    private static List<String> named(JsonNode object, String prefix, String pattern, int maxLength) {
        return subjects(object)
                .map(NinjsSubjects::uri)
                .filter(uri -> uri.startsWith(prefix))
                .map(uri -> uri.substring(prefix.length()))
                .filter(name -> name.length() <= maxLength && name.matches(pattern))
                .distinct()
                .limit(MAX)
                .toList();
    }

    private static Stream<JsonNode> subjects(JsonNode object) {
        return list(object, "subjects", "subject").stream();
    }

    private static String uri(JsonNode subject) {
        return text(subject, "uri");
    }
}
