package news.platform.thirdparty.alipay;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.Refusal;
import news.platform.thirdparty.channel.wire.JsonBody;
import news.platform.thirdparty.channel.wire.MalformedBodyException;

/**
 * An answer of Alipay's gateway: a node named after the method, or {@code error_response}, and a signature of exactly the characters of
 * that node.
 *
 * @param node the characters
 * @param sign their signature
 * @param serial of the certificate that it was signed by; empty where it does not say
 */
record AlipayAnswer(String node, String sign, String serial) {
    static AlipayAnswer of(String text, String method) throws CallbackRefusedException {
        var name = "\"" + method.replace('.', '_') + "_response\"";
        int at = text.indexOf(name);
        if (at < 0) {
            name = "\"error_response\"";
            at = text.indexOf(name);
        }
        if (at < 0) {
            throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
        }
        int start = start(text, at + name.length());
        int end = end(text, start);
        // parsers take the last of two nodes, this would take the first
        if (text.indexOf(name, end) >= 0) {
            throw new CallbackRefusedException(Refusal.DUPLICATE_PARAM);
        }
        try {
            var rest = JsonBody.of(text.getBytes(StandardCharsets.UTF_8));
            var sign = rest.textOr("/sign", "");
            if (sign.isEmpty()) {
                throw new CallbackRefusedException(Refusal.MISSING_PARAM);
            }
            return new AlipayAnswer(text.substring(start, end), sign, rest.textOr("/alipay_cert_sn", ""));
        } catch (MalformedBodyException _) {
            throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
        }
    }

    byte[] signed(Charset charset) {
        return node.getBytes(charset);
    }

    private static int start(String text, int from) throws CallbackRefusedException {
        int at = from;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ':')) {
            at++;
        }
        if (at == text.length() || "{\"".indexOf(text.charAt(at)) < 0) {
            throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
        }
        return at;
    }

    /** Behind the object, or the text, that begins there; braces within texts do not count. */
    private static int end(String text, int start) throws CallbackRefusedException {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            if (depth == 0 && !quoted) {
                return i + 1;
            }
        }
        throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
    }
}
