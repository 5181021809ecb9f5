package news.platform.thirdparty.parse;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Mends XML before it is parsed, so that the parser can forbid document types altogether: the DOCTYPE goes (nothing outside
 * is ever loaded, nothing is expanded), HTML's named entities become characters, stray ampersands and forbidden characters
 * no longer spoil the rest. An entity that the document declares for itself is refused where it is used.
 */
final class XmlText {

    private static final Set<String> XML_ENTITIES = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final Pattern DECLARED_ENTITY = Pattern.compile("<!ENTITY\\s+([^\\s%>]+)");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9._-]{0,40}));");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final String text;
    private final StringBuilder mended;
    private final Set<String> declared = new HashSet<>();
    private final Matcher reference;
    private int position;

    private XmlText(String text) {
        this.text = text;
        this.mended = new StringBuilder(text.length() + 64);
        this.reference = REFERENCE.matcher(text);
    }

    static String mend(String text) throws UnreadableFeedException {
        return new XmlText(text).mend();
    }

    private String mend() throws UnreadableFeedException {
        if (text.startsWith("<?xml")) {
            position = endOf("?>");
        }
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '<') {
                markup();
            } else if (c == '&') {
                reference();
            } else {
                character();
            }
        }
        return mended.toString();
    }

    private void markup() {
        if (text.startsWith("<![CDATA[", position)) {
            copyUntil(endOf("]]>"));
        } else if (text.startsWith("<!--", position)) {
            position = endOf("-->");
        } else if (text.startsWith("<!DOCTYPE", position)) {
            doctype();
        } else {
            int next = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
            boolean tag = next == '/' || next == '?' || next == '!' || next == '_' || Character.isLetter(next);
            mended.append(tag ? "<" : "&lt;");
            position++;
        }
    }

    private void doctype() {
        int end = endOfDoctype();
        Matcher entities = DECLARED_ENTITY.matcher(text).region(position, end);
        while (entities.find()) {
            declared.add(entities.group(1));
        }
        position = end;
    }

    private int endOfDoctype() {
        boolean inSubset = false;
        for (int i = position; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"', '\'' -> {
                    int close = text.indexOf(text.charAt(i), i + 1);
                    i = close < 0 ? text.length() : close;
                }
                case '<' -> {
                    if (text.startsWith("<!--", i)) {
                        int close = text.indexOf("-->", i);
                        i = close < 0 ? text.length() : close + 2;
                    }
                }
                case '[' -> inSubset = true;
                case ']' -> inSubset = false;
                case '>' -> {
                    if (!inSubset) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        return text.length();
    }

    private void reference() throws UnreadableFeedException {
        reference.region(position, text.length());
        if (!reference.lookingAt()) {
            mended.append("&amp;");
            position++;
            return;
        }
        if (reference.group(1) != null) {
            appendAsReference(Integer.parseInt(reference.group(1)));
        } else if (reference.group(2) != null) {
            appendAsReference(Integer.parseInt(reference.group(2), 16));
        } else {
            named(reference.group(3));
        }
        position = reference.end();
    }

    private void named(String name) throws UnreadableFeedException {
        if (XML_ENTITIES.contains(name)) {
            mended.append('&').append(name).append(';');
            return;
        }
        if (declared.contains(name)) {
            throw new UnreadableFeedException("it uses the entity " + name + ", which it declares itself");
        }
        String characters = Entities.getByName(name);
        if (characters.isEmpty()) {
            mended.append("&amp;").append(name).append(';');
            return;
        }
        characters.codePoints().forEach(this::appendAsReference);
    }

    /** As a reference again: the character may be markup. */
    private void appendAsReference(int number) {
        int codePoint = number >= 0x80 && number <= 0x9f ? windows1252(number) : number;
        if (isXml(codePoint)) {
            mended.append("&#").append(codePoint).append(';');
        }
    }

    private static int windows1252(int octet) {
        return new String(new byte[] {(byte) octet}, WINDOWS_1252).codePointAt(0);
    }

    private void character() {
        int codePoint = text.codePointAt(position);
        if (isXml(codePoint)) {
            mended.appendCodePoint(codePoint);
        }
        position += Character.charCount(codePoint);
    }

    private void copyUntil(int end) {
        while (position < end) {
            character();
        }
    }

    private int endOf(String mark) {
        int found = text.indexOf(mark, position);
        return found < 0 ? text.length() : found + mark.length();
    }

    private static boolean isXml(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xd7ff)
                || (codePoint >= 0xe000 && codePoint <= 0xfffd)
                || (codePoint >= 0x10000 && codePoint <= 0x10ffff);
    }
}
