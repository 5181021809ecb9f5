package news.platform.fuzz.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.platform.fuzz.contract.Operation;
import org.jspecify.annotations.Nullable;

/** A request that is still being made; every text has one byte a character. Not safe for several threads. */
public final class Draft {
    private final Operation operation;
    private final List<Pair> query = new ArrayList<>();
    private final List<Pair> headers = new ArrayList<>();
    private String method;
    private String path;
    private String version = "HTTP/1.1";
    private String lineEnd = "\r\n";
    private @Nullable Json json;
    private String body = "";
    private Framing framing = Framing.LENGTH;
    private boolean usualLines = true;

    Draft(Operation operation, String path, @Nullable Json json) {
        this.operation = operation;
        this.method = operation.httpMethod();
        this.path = path;
        this.json = json;
    }

    public Operation operation() {
        return operation;
    }

    public String method() {
        return method;
    }

    public void method(String other) {
        method = other;
    }

    public String path() {
        return path;
    }

    public void path(String other) {
        path = other;
    }

    /** The parameters as they are written, in their order; may be changed. */
    public List<Pair> query() {
        return query;
    }

    /** The header lines, in their order; may be changed. */
    public List<Pair> headers() {
        return headers;
    }

    /** Sets a header in place of all lines that it has. */
    public void header(String name, String value) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        headers.add(new Pair(name, value));
    }

    /** The document that becomes the body, until the body itself is changed. */
    public Optional<Json> json() {
        return Optional.ofNullable(json);
    }

    public void json(Json other) {
        json = other;
    }

    public String body() {
        return json == null ? body : json.write();
    }

    public void body(String other) {
        json = null;
        body = other;
    }

    public void framing(Framing other) {
        framing = other;
    }

    public void version(String other) {
        version = other;
    }

    public void lineEnd(String other) {
        lineEnd = other;
        usualLines = false;
    }

    /** As bytes. */
    public RawRequest raw(long number, List<String> mutations) {
        var content = body();
        List<Pair> lines = new ArrayList<>(headers);
        boolean bodiless = content.isEmpty()
                && framing == Framing.LENGTH
                && operation.body().isEmpty();
        if (!bodiless) {
            lines.addAll(framing.headers(content.length()));
        }
        var target = query.isEmpty() ? path : path + "?" + parameters();
        var head = new StringBuilder(method).append(' ').append(target);
        head.append(version.isEmpty() ? "" : " " + version).append(lineEnd);
        lines.forEach(line ->
                head.append(line.name()).append(": ").append(line.value()).append(lineEnd));
        var text = head.append(lineEnd).append(framing.body(content)).toString();
        boolean clean = usualLines && framing.clean() && version.equals("HTTP/1.1");
        boolean whole = framing.complete() && (text.contains("\r\n\r\n") || text.contains("\n\n"));
        return new RawRequest(
                number, operation.name(), ByteText.bytes(text), mutations, method.equals("HEAD"), clean, whole);
    }

    private String parameters() {
        return query.stream().map(pair -> pair.name() + "=" + pair.value()).collect(Collectors.joining("&"));
    }
}
