package news.platform.thirdparty.alipay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.Refusal;

/**
 * A form's parameters, and what of them is signed. Its parameter {@code charset} says how it is to be read, else the content type, else
 * it is UTF-8; bytes are decoded first and then made into characters, strictly, and no parameter comes twice.
 */
record AlipayForm(Charset charset, SortedMap<String, String> parameters) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9_.:-]+)");

    static AlipayForm of(byte[] body, String contentType) throws CallbackRefusedException {
        var pairs = pairs(body);
        var charset = charset(pairs, contentType);
        var parameters = new TreeMap<String, String>();
        var names = new HashSet<String>();
        for (var pair : pairs) {
            var name = text(pair.name(), charset);
            // one without a value may be left out of what is signed: no other that was altered is to look like one
            if (!NAME.matcher(name).matches()) {
                throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
            }
            if (!names.add(name)) {
                throw new CallbackRefusedException(Refusal.DUPLICATE_PARAM);
            }
            parameters.put(name, text(pair.value(), charset));
        }
        return new AlipayForm(charset, parameters);
    }

    private record Pair(byte[] name, byte[] value) {}

    Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    String require(String name) throws CallbackRefusedException {
        return value(name).orElseThrow(() -> new CallbackRefusedException(Refusal.MISSING_PARAM));
    }

    /** The text that is signed: sorted, joined, without the parameters that are left out. */
    byte[] signed(Predicate<Map.Entry<String, String>> leftOut) {
        return parameters.entrySet().stream()
                .filter(leftOut.negate())
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"))
                .getBytes(charset);
    }

    private static List<Pair> pairs(byte[] body) throws CallbackRefusedException {
        var pairs = new ArrayList<Pair>();
        // each byte a character: what they are together is not known yet
        for (var text : new String(body, ISO_8859_1).split("&", -1)) {
            if (!text.isEmpty()) {
                int equals = text.indexOf('=');
                pairs.add(
                        equals < 0
                                ? new Pair(decoded(text), new byte[0])
                                : new Pair(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1))));
            }
        }
        return pairs;
    }

    private static byte[] decoded(String text) throws CallbackRefusedException {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length() || !text.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                    throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
                }
                bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    private static Charset charset(List<Pair> pairs, String contentType) throws CallbackRefusedException {
        var said = pairs.stream()
                .filter(pair -> new String(pair.name(), ISO_8859_1).equals("charset"))
                .map(pair -> new String(pair.value(), ISO_8859_1))
                .findFirst();
        var typed = CHARSET.matcher(contentType);
        var name = said.orElseGet(() -> typed.find() ? typed.group(1) : UTF_8.name());
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
        }
    }

    private static String text(byte[] bytes, Charset charset) throws CallbackRefusedException {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new CallbackRefusedException(Refusal.MALFORMED_BODY);
        }
    }
}
