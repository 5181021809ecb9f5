package news.platform.fuzz.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.platform.fuzz.request.ByteText;

/** Writes tokens where requests name them, so that no token stands in what is shown or made again. */
final class TokenForms {
    private static final Pattern NAME = Pattern.compile("\\{token:(\\w+)(?::(\\w+))?}");
    private static final int HEAD = 70_000;

    private final Tokens tokens;

    TokenForms(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Only the head can name them. */
    byte[] write(byte[] request) {
        var text = ByteText.of(request);
        if (text.lastIndexOf("{token:", HEAD) < 0) {
            return request;
        }
        return ByteText.bytes(
                NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(form(found.group(1), found.group(2)))));
    }

    private String form(String role, String form) {
        var token = tokens.token(role);
        if (form == null) {
            return token;
        }
        int dot = token.indexOf('.');
        int lastDot = token.lastIndexOf('.');
        return switch (form) {
            case "damaged" ->
                token.substring(0, lastDot + 5)
                        + (token.charAt(lastDot + 5) == 'A' ? 'B' : 'A')
                        + token.substring(lastDot + 6);
            case "cut" -> token.substring(0, token.length() / 2);
            case "none" -> encoded("{\"alg\":\"none\"}") + token.substring(dot, lastDot + 1);
            case "hs256" -> encoded("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}") + token.substring(dot);
            case "kid" -> encoded("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"../../x\"}") + token.substring(dot);
            case "claims" ->
                token.substring(0, dot + 1)
                        + encoded("{\"sub\":\"x\",\"roles\":[\"admin\"]}")
                        + token.substring(lastDot);
            case "dots" -> token + "...";
            case "long" -> token + "A".repeat(6000);
            case "spaced" -> token.substring(0, dot) + " " + token.substring(dot);
            default -> token.substring(0, dot) + "\0" + token.substring(dot);
        };
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
