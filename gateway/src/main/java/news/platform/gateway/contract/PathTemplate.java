package news.platform.gateway.contract;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path template of {@code google.api.http}, flattened: variables are spans over the segments.
 *
 * @param text as it stands in the contract
 * @param segments what must follow each slash; at most one {@link AnyPath}, with literals alone behind it
 * @param variables in the order of the path
 * @param verb what must follow the last colon of the last segment, null for none
 */
public record PathTemplate(
        String text,
        List<Segment> segments,
        List<Variable> variables,
        @Nullable String verb) {

    /** What must stand between two slashes. */
    public sealed interface Segment {}

    /** Exactly this text. */
    public record Literal(String text) implements Segment {}

    /**
     * One segment that something stands in before the suffix.
     *
     * @param suffix that is no part of a variable's value: ".xml" of {@code {channel}.xml}; empty for none. The grammar of
     *     {@code google.api.http} knows none, but what feeds and sitemaps are called does
     */
    public record AnySegment(String suffix) implements Segment {}

    /** Any number of segments, none included. */
    public record AnyPath() implements Segment {}

    /**
     * A span of segments that is bound to a field.
     *
     * @param field path of the field in the request message, in proto names
     * @param from index of the first segment
     * @param to index behind the last segment
     * @param whole true where it is one segment, decoded whole; false where reserved characters stay as they came
     */
    public record Variable(String field, int from, int to, boolean whole) {}

    public PathTemplate {
        segments = List.copyOf(segments);
        variables = List.copyOf(variables);
    }

    public static PathTemplate parse(String text) {
        return new TemplateParser(text).parse();
    }

    /** The template without the names of its variables: two of the same shape match the same paths. */
    public String shape() {
        var path = segments.stream().map(PathTemplate::shape).collect(Collectors.joining("/", "/", ""));
        return verb == null ? path : path + ":" + verb;
    }

    private static String shape(Segment segment) {
        return switch (segment) {
            case Literal(var literal) -> literal;
            case AnySegment(var suffix) -> "*" + suffix;
            case AnyPath() -> "**";
        };
    }
}
