package news.platform.thirdparty.xml;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Mends XML before it is parsed, so that the parser can forbid document types altogether: declarations and the DOCTYPE go
 * (nothing outside is ever loaded, nothing is expanded), HTML's named entities become characters, stray ampersands and
 * forbidden characters no longer spoil the rest. An entity that the document declares for itself is known where it is one
 * character, and else refused where it is used.
 */
final class XmlText {
    private static final Set<String> XML_ENTITIES = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final Pattern DECLARED_ENTITY =
            Pattern.compile("<!ENTITY\\s+([^\\s%>]+)(?:\\s+([\"'])&#(?:(\\d{1,7})|x([0-9a-fA-F]{1,6}));\\2)?");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9._-]{0,40}));");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final String text;
    private final boolean reduce;
    private final StringBuilder mended;
    private final Set<String> declared = new HashSet<>();
    private final Map<String, Integer> characters = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final Matcher reference;
    private int position;

    private XmlText(String text, boolean reduce) {
        this.text = text;
        this.reduce = reduce;
        this.mended = new StringBuilder(text.length() + 64);
        this.reference = REFERENCE.matcher(text);
    }

    /** For a parser that wants XML as it should be. */
    static String mended(String text) throws UnreadableXmlException {
        return new XmlText(text, false).mend();
    }

    /** The same, with nothing left but tags and text: CDATA sections are text, instructions are gone. */
    static String reduced(String text) throws UnreadableXmlException {
        return new XmlText(text, true).mend();
    }

    private String mend() throws UnreadableXmlException {
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
        if (!Collections.disjoint(declared, unknown)) {
            throw new UnreadableXmlException("it uses an entity before it declares it itself");
        }
        return mended.toString();
    }

    private void markup() {
        if (text.startsWith("<![CDATA[", position)) {
            cdata();
        } else if (text.startsWith("<!--", position)) {
            position = endOf("-->");
        } else if (text.startsWith("<!DOCTYPE", position)) {
            doctype();
        } else if (isDeclaration()) {
            position = endOf(">");
        } else if (reduce && text.startsWith("<?", position)) {
            position = endOf("?>");
        } else {
            mended.append(isTag() ? "<" : "&lt;");
            position++;
        }
    }

    /** An XML declaration, which may only stand at the start, and often stands after a comment or an empty line. */
    private boolean isDeclaration() {
        return text.startsWith("<?xml", position)
                && position + 5 < text.length()
                && Character.isWhitespace(text.charAt(position + 5));
    }

    private boolean isTag() {
        int next = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
        boolean tag = next == '/' || next == '_' || Character.isLetter(next);
        return tag || (!reduce && (next == '?' || next == '!'));
    }

    private void cdata() {
        int end = endOf("]]>");
        if (!reduce) {
            copyUntil(end);
            return;
        }
        position += "<![CDATA[".length();
        int last = text.startsWith("]]>", end - 3) ? end - 3 : end;
        while (position < last) {
            switch (text.charAt(position)) {
                case '<' -> escaped("&lt;");
                case '&' -> escaped("&amp;");
                default -> character();
            }
        }
        position = end;
    }

    private void escaped(String character) {
        mended.append(character);
        position++;
    }

    private void doctype() {
        int end = endOfDoctype();
        Matcher entities = DECLARED_ENTITY.matcher(text).region(position, end);
        while (entities.find()) {
            declared.add(entities.group(1));
            if (entities.group(2) != null) {
                characters.put(entities.group(1), number(entities.group(3), entities.group(4)));
            }
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

    private void reference() throws UnreadableXmlException {
        reference.region(position, text.length());
        if (!reference.lookingAt()) {
            mended.append("&amp;");
            position++;
            return;
        }
        if (reference.group(3) == null) {
            appendAsReference(number(reference.group(1), reference.group(2)));
        } else {
            named(reference.group(3));
        }
        position = reference.end();
    }

    private static int number(@Nullable String decimal, String hexadecimal) {
        return decimal == null ? Integer.parseInt(hexadecimal, 16) : Integer.parseInt(decimal);
    }

    private void named(String name) throws UnreadableXmlException {
        if (XML_ENTITIES.contains(name)) {
            mended.append('&').append(name).append(';');
            return;
        }
        Integer character = characters.get(name);
        if (character != null) {
            appendAsReference(character);
            return;
        }
        String html = Entities.getByName(name);
        if (!html.isEmpty()) {
            html.codePoints().forEach(this::appendAsReference);
            return;
        }
        if (declared.contains(name)) {
            throw new UnreadableXmlException("it uses the entity " + name + ", which it declares itself");
        }
        unknown.add(name);
        mended.append("&amp;").append(name).append(';');
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
