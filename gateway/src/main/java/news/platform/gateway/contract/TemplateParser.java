package news.platform.gateway.contract;

import java.util.ArrayList;
import java.util.List;
import news.platform.gateway.contract.PathTemplate.AnyPath;
import news.platform.gateway.contract.PathTemplate.AnySegment;
import news.platform.gateway.contract.PathTemplate.Literal;
import news.platform.gateway.contract.PathTemplate.Segment;
import news.platform.gateway.contract.PathTemplate.Variable;

/** Recursive descent over the grammar in google/api/http.proto, which gets what names a kind of file: "{x}.xml". */
final class TemplateParser {

    private static final String LITERAL_MARKS = "-._~!$&'()+,;=@";
    private static final Segment ANY_SEGMENT = new AnySegment("");
    private static final Segment ANY_PATH = new AnyPath();

    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private int at;

    TemplateParser(String text) {
        this.text = text;
    }

    PathTemplate parse() {
        expect('/');
        if (!atEnd()) {
            segments(false);
        }
        var verb = atEnd() ? null : verb();
        if (!atEnd()) {
            throw refuse("nothing expected here");
        }
        checkBehindAnyPath();
        return new PathTemplate(text, segments, variables, verb);
    }

    private void segments(boolean inVariable) {
        segment(inVariable);
        while (peek() == '/') {
            at++;
            segment(inVariable);
        }
    }

    private void segment(boolean inVariable) {
        if (peek() == '{') {
            if (inVariable) {
                throw refuse("a variable inside a variable");
            }
            variable();
            return;
        }
        if (peek() == '*') {
            segments.add(wildcard());
            return;
        }
        segments.add(new Literal(literal()));
    }

    private Segment wildcard() {
        at++;
        if (peek() != '*') {
            return ANY_SEGMENT;
        }
        at++;
        return ANY_PATH;
    }

    private void variable() {
        expect('{');
        var field = fieldPath();
        int from = segments.size();
        if (peek() == '=') {
            at++;
            segments(true);
        } else {
            segments.add(ANY_SEGMENT);
        }
        expect('}');
        boolean whole = segments.size() == from + 1 && !(segments.get(from) instanceof AnyPath);
        if (whole && segments.getLast() instanceof AnySegment && peek() == '.') {
            segments.set(from, new AnySegment(literal()));
        }
        variables.add(new Variable(field, from, segments.size(), whole));
    }

    private String fieldPath() {
        int start = at;
        identifier();
        while (peek() == '.') {
            at++;
            identifier();
        }
        return text.substring(start, at);
    }

    private void identifier() {
        int start = at;
        while (isLetter(peek()) || at > start && isDigit(peek())) {
            at++;
        }
        if (at == start) {
            throw refuse("the name of a field expected");
        }
    }

    private String literal() {
        int start = at;
        while (isLiteral(peek())) {
            at++;
        }
        if (at == start) {
            throw refuse("a segment expected");
        }
        return text.substring(start, at);
    }

    private String verb() {
        expect(':');
        if (segments.isEmpty()) {
            throw refuse("a verb without a segment");
        }
        return literal();
    }

    /** What follows {@code **} is literal, else a path could be cut in more than one way. */
    private void checkBehindAnyPath() {
        int anyPath = segments.indexOf(ANY_PATH);
        if (anyPath < 0) {
            return;
        }
        for (var segment : segments.subList(anyPath + 1, segments.size())) {
            if (!(segment instanceof Literal)) {
                throw refuse("a wildcard behind \"**\"");
            }
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw refuse("\"%c\" expected".formatted(c));
        }
        at++;
    }

    private boolean atEnd() {
        return at == text.length();
    }

    /** The character at the position, or one that no template contains. */
    private char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    private static boolean isLiteral(char c) {
        return isLetter(c) || isDigit(c) || LITERAL_MARKS.indexOf(c) >= 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private TemplateException refuse(String problem) {
        return new TemplateException(text, at, problem);
    }
}
