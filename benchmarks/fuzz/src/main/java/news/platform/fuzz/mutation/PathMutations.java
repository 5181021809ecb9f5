package news.platform.fuzz.mutation;

import java.util.List;
import news.platform.fuzz.mutation.Mutation.Stage;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.Dice;
import news.platform.fuzz.request.Draft;

/** Address, method and version. */
final class PathMutations {
    private static final List<String> PIECES = List.of(
            "/",
            "//",
            "/.",
            "/..",
            "/../",
            "/./",
            ";",
            ";a=b",
            ";jsessionid=1",
            "/;/",
            "%2f",
            "%2F..",
            "%5c",
            "\\",
            "%00",
            "%0a",
            "%0d%0aX-Injected:%201",
            "%",
            "%zz",
            "%c0%ae%c0%ae/",
            "%25",
            "%ff",
            ":",
            "::",
            ":publish",
            ":nothing",
            "@",
            "*",
            "**",
            "{id}",
            "~",
            "|",
            "[",
            "\"",
            "<",
            "^",
            "`",
            "#a",
            "?",
            "?a?b",
            "%20",
            "%e2%80%ae");
    private static final List<String> WHOLE = List.of(
            "/",
            "*",
            "http://127.0.0.1/api/v1/articles",
            "http://a@b:99999/",
            "//api/v1/articles",
            "api/v1/articles",
            "/actuator/health",
            "/.well-known/nothing",
            "/.well-known/jwks.json",
            "/docs",
            "/docs/../actuator",
            "/openapi.json",
            "/favicon.ico",
            "/api/v1",
            "/api/v1/",
            "/api/v2/articles",
            "/api/v1/articles/",
            "/api/v1/articles:",
            "/error",
            "/WEB-INF/web.xml",
            "127.0.0.1:80",
            "http://",
            "https://[::1",
            "/\u0080\u00ff");
    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "get",
            "QUERY",
            "PROPFIND",
            "G\u00cbT",
            "A".repeat(300),
            "GET/",
            "(GET)",
            "PRI",
            "");
    /** None is HTTP/0.9. */
    private static final List<String> VERSIONS = List.of(
            "",
            " ",
            "HTTP/1.0",
            "HTTP/0.9",
            "HTTP/2.0",
            "HTTP/1.2",
            "HTTP/9.9",
            "http/1.1",
            "HTTP/1.1 ",
            "HTTPS/1.1",
            "x");

    private PathMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("path", Stage.HEAD, PathMutations::piece),
                new Mutation("path", Stage.HEAD, PathMutations::segment),
                new Mutation("path", Stage.HEAD, PathMutations::whole),
                new Mutation("path", Stage.HEAD, PathMutations::encoded),
                new Mutation("path", Stage.HEAD, PathMutations::longer),
                new Mutation("method", Stage.HEAD, PathMutations::method),
                new Mutation("version", Stage.HEAD, PathMutations::version));
    }

    private static String piece(Draft draft, Dice dice) {
        var piece = dice.pick(PIECES);
        var path = draft.path();
        int at = dice.chance(0.5) ? path.length() : dice.below(path.length() + 1);
        draft.path(path.substring(0, at) + piece + path.substring(at));
        return piece;
    }

    private static String segment(Draft draft, Dice dice) {
        var odd = Odd.any(dice);
        var path = draft.path();
        int from = path.lastIndexOf('/');
        boolean raw = dice.chance(0.3) && odd.text().chars().noneMatch(each -> each == ' ' || each == '\r');
        draft.path(path.substring(0, from + 1) + (raw ? odd.text() : ByteText.percent(odd.text())));
        return odd.label() + (raw ? " raw" : "");
    }

    private static String whole(Draft draft, Dice dice) {
        var whole = dice.pick(WHOLE);
        draft.path(whole);
        return whole;
    }

    /** The same address to whoever decodes it once. */
    private static String encoded(Draft draft, Dice dice) {
        var path = draft.path();
        int at = dice.below(path.length());
        draft.path(path.substring(0, at) + String.format("%%%02x", (int) path.charAt(at)) + path.substring(at + 1));
        return "a character encoded";
    }

    private static String longer(Draft draft, Dice dice) {
        int length = dice.pick(List.of(2_000, 8_192, 20_000, 70_000));
        draft.path(draft.path() + "/" + "a".repeat(length));
        return length + " more";
    }

    /** Never DELETE: on another's address it would be a good request that ends something. */
    private static String method(Draft draft, Dice dice) {
        var method = dice.pick(METHODS);
        draft.method(method);
        return method.length() > 20 ? "long" : method;
    }

    private static String version(Draft draft, Dice dice) {
        var version = dice.pick(VERSIONS);
        draft.version(version);
        return version.isBlank() ? "none" : version;
    }
}
