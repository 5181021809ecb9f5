package news.platform.fuzz.mutation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import news.platform.fuzz.mutation.Mutation.Stage;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.Dice;
import news.platform.fuzz.request.Draft;

/** The body's bytes, and what is said about them. */
final class BodyMutations {
    private static final int LARGE = 3_000_000;

    private static final List<String> TYPES = List.of(
            "",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/xml",
            "application/json;charset=utf8",
            "application/json; charset=utf-16",
            "application/json; charset=iso-8859-1; a=b",
            "application/json; charset=\"",
            "application/json; charset=nothing",
            "application/json;",
            "application/json; ;;=",
            "APPLICATION/JSON",
            "application/json, application/json",
            "application/problem+json",
            "application/merge-patch+json",
            "application/grpc",
            "*/*",
            "json",
            "/",
            "application/");

    private static final List<String> CODINGS =
            List.of("gzip", "identity", "br", "deflate", "gzip, gzip", "chunked", "", "nothing", "x".repeat(3000));

    private BodyMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("body", Stage.BODY, BodyMutations::broken),
                new Mutation("charset", Stage.BODY, BodyMutations::recoded),
                new Mutation("body", Stage.BODY, BodyMutations::replaced),
                new Mutation("content type", Stage.BODY, BodyMutations::contentType),
                new Mutation("content encoding", Stage.BODY, BodyMutations::contentEncoding),
                new Mutation("bomb", Stage.BODY, BodyMutations::bomb));
    }

    private static String broken(Draft draft, Dice dice) {
        var body = draft.body();
        if (body.isEmpty()) {
            return "none";
        }
        int at = dice.below(body.length());
        return switch (dice.below(5)) {
            case 0 -> set(draft, body.substring(0, at), "cut");
            case 1 -> set(draft, body + body, "twice");
            case 2 -> set(draft, body + " trailing", "trailing");
            case 3 -> set(draft, body.substring(0, at) + dice.bytes(1) + body.substring(at), "a byte more");
            default -> set(draft, body.substring(0, at) + dice.bytes(1) + body.substring(at + 1), "another byte");
        };
    }

    private static String recoded(Draft draft, Dice dice) {
        var text = new String(ByteText.bytes(draft.body()), StandardCharsets.UTF_8);
        var charset = dice.pick(List.of("UTF-16", "UTF-16LE", "UTF-32BE", "UTF-7", "UTF-8"));
        if (charset.equals("UTF-8")) {
            return set(draft, "\u00ef\u00bb\u00bf" + draft.body(), "byte order mark");
        }
        if (charset.equals("UTF-7")) {
            return set(draft, "+AHs-+AH0-", charset);
        }
        return set(draft, ByteText.of(text.getBytes(Charset.forName(charset))), charset);
    }

    private static String replaced(Draft draft, Dice dice) {
        return switch (dice.below(7)) {
            case 0 -> set(draft, "", "empty");
            case 1 -> set(draft, dice.bytes(300), "any bytes");
            case 2 -> set(draft, "\0".repeat(300), "NULs");
            case 3 -> set(draft, "{\"a\":\"" + "a".repeat(LARGE) + "\"}", "3 MB");
            case 4 -> set(draft, " ".repeat(100_000) + "{}", "blanks");
            case 5 -> set(draft, "{" + "\"a\":1,".repeat(20_000) + "\"b\":2}", "many names");
            default -> set(draft, "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "XML");
        };
    }

    private static String contentType(Draft draft, Dice dice) {
        var odd = dice.chance(0.3) ? Odd.inHeader(dice) : new Odd("known", dice.pick(TYPES));
        draft.header("Content-Type", odd.text());
        return odd.label().equals("known") ? odd.text() : odd.label();
    }

    private static String contentEncoding(Draft draft, Dice dice) {
        var coding = dice.pick(CODINGS);
        draft.header("Content-Encoding", coding);
        if (coding.equals("gzip") && dice.chance(0.6)) {
            var zipped = gzip(draft.body());
            boolean cut = dice.chance(0.3);
            draft.body(cut ? zipped.substring(0, zipped.length() / 2) : zipped);
            return cut ? "cut gzip" : "gzip";
        }
        return coding.length() > 20 ? "long" : "says " + coding;
    }

    private static String bomb(Draft draft, Dice dice) {
        draft.header("Content-Encoding", "gzip");
        return set(draft, gzip("{\"title\":\"" + "a".repeat(LARGE + dice.below(9)) + "\"}"), "gzip");
    }

    private static String set(Draft draft, String body, String label) {
        draft.body(body);
        return label;
    }

    private static String gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(ByteText.bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteText.of(bytes.toByteArray());
    }
}
