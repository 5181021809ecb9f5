package news.platform.fuzz.wire;

import java.util.List;
import java.util.Optional;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.Pair;

/**
 * What came back.
 *
 * @param headers in their order
 * @param more whether bytes came behind it that nobody asked for
 */
public record Answer(int status, List<Pair> headers, byte[] body, boolean more) implements Result {

    public Answer {
        headers = List.copyOf(headers);
    }

    /** The first line of the name, in whatever case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Pair::value)
                .findFirst();
    }

    boolean last() {
        return header("Connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    @Override
    public String shown() {
        var type = header("Content-Type").orElse("no content type");
        return status + " " + type + " " + ByteText.of(body);
    }
}
