package news.platform.thirdparty.ninjs;

import static news.platform.thirdparty.parse.BoundedJson.field;
import static news.platform.thirdparty.parse.BoundedJson.list;
import static news.platform.thirdparty.parse.BoundedJson.text;

import java.util.Comparator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The picture that goes with an item: its own, where it is one, else the first that it is associated with. */
final class NinjsPictures {
    /** A cover needs no more; pictures come in print quality too. */
    private static final int WIDE_ENOUGH = 1600;

    private NinjsPictures() {}

    /** Its address; empty where there is none. */
    static String of(JsonNode object) {
        return Stream.concat(Stream.of(object), associations(object))
                .filter(item -> text(item, "type").equals("picture"))
                .flatMap(NinjsPictures::renditions)
                .findFirst()
                .orElse("");
    }

    private static Stream<JsonNode> associations(JsonNode object) {
        JsonNode associations = field(object, "associations");
        return associations.isContainer() ? associations.valueStream() : Stream.empty();
    }

    /** The widest that is not too wide first. */
    private static Stream<String> renditions(JsonNode picture) {
        return list(picture, "renditions").stream()
                .filter(rendition -> !text(rendition, "href").isBlank())
                .sorted(Comparator.comparing(NinjsPictures::isTooWide)
                        .thenComparing(
                                Comparator.comparingInt(NinjsPictures::width).reversed()))
                .map(rendition -> text(rendition, "href"));
    }

    private static boolean isTooWide(JsonNode rendition) {
        return width(rendition) > WIDE_ENOUGH;
    }

    private static int width(JsonNode rendition) {
        return field(rendition, "width").asInt(0);
    }
}
