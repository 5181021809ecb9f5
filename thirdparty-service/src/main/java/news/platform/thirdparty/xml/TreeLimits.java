package news.platform.thirdparty.xml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts what a tree is made of while it grows, whoever reads it. */
final class TreeLimits {
    static final int MAX_DEPTH = 100;
    static final int MAX_ELEMENTS = 100_000;

    /** As many as an honest text has, and some more. */
    static final int MAX_NAMESPACES = 200;

    private int depth;
    private int elements;
    private final Set<List<String>> namespaces = new HashSet<>();

    void open() throws UnreadableXmlException {
        if (++depth > MAX_DEPTH) {
            throw new UnreadableXmlException("nested deeper than " + MAX_DEPTH + " elements");
        }
        if (++elements > MAX_ELEMENTS) {
            throw new UnreadableXmlException("more than " + MAX_ELEMENTS + " elements");
        }
    }

    void close() {
        depth--;
    }

    /** Each counts once, however often it is declared: every entry may bring its own. */
    void declare(String prefix, String uri) throws UnreadableXmlException {
        namespaces.add(List.of(prefix, uri));
        if (namespaces.size() > MAX_NAMESPACES) {
            throw new UnreadableXmlException("more than " + MAX_NAMESPACES + " namespaces");
        }
    }
}
