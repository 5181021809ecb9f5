package news.platform.thirdparty.xml;

import java.util.Locale;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Almost-XML into the same tree: tags that nobody closed, prefixes that nobody declared, whatever stands before and after the
 * root. The text is {@linkplain XmlText#reduced reduced} before, so nothing but tags and text gets here; the bounds are those
 * of the strict reading.
 */
final class LenientXml {
    /**
     * The parser copies all namespaces in scope for each open element, which a hostile text can make unaffordable. No text
     * that was mended has this character, so a declaration in disguise is text for the parser and can be told here.
     */
    private static final String DISGUISE = "\u0001";

    private static final String DECLARATION = "xmlns";
    private static final String DISGUISED = "xml" + DISGUISE + "ns";

    private final TreeLimits limits = new TreeLimits();
    private final Namespaces namespaces = new Namespaces();

    private LenientXml() {}

    static Document parse(String reduced, Set<String> roots, String fault) throws UnreadableXmlException {
        refuseTooManyTags(reduced);
        Node parsed = Parser.xmlParser().parseInput(reduced.replace(DECLARATION, DISGUISED), "");
        org.jsoup.nodes.Element root = root(parsed, roots);
        if (root == null) {
            throw new UnreadableXmlException("no well-formed XML: " + fault);
        }
        return new Document(new LenientXml().element(root, new Scope(null)));
    }

    /** Before the parser sees them: it would build any tree to its end. */
    private static void refuseTooManyTags(String reduced) throws UnreadableXmlException {
        var count = new TreeLimits();
        for (int tag = reduced.indexOf('<'); tag >= 0; tag = reduced.indexOf('<', tag + 1)) {
            if (!reduced.startsWith("</", tag)) {
                count.open();
                count.close();
            }
        }
    }

    /** The first element with one of the names; none where a web page is around it. */
    private static org.jsoup.nodes.@Nullable Element root(Node parsed, Set<String> roots) {
        Node node = parsed;
        while (node != null) {
            if (node instanceof org.jsoup.nodes.Element element && !(node instanceof org.jsoup.nodes.Document)) {
                String name = localName(element.tagName()).toLowerCase(Locale.ROOT);
                if (roots.contains(name) || name.equals("html")) {
                    return element;
                }
            }
            node = next(node);
        }
        return null;
    }

    /** In the order of the document; not by recursion, since nothing bounds the depth yet. */
    private static @Nullable Node next(Node node) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        Node up = node;
        while (up != null && up.nextSibling() == null) {
            up = up.parent();
        }
        return up == null ? null : up.nextSibling();
    }

    private Element element(org.jsoup.nodes.Element parsed, Scope outer) throws UnreadableXmlException {
        limits.open();
        Scope scope = declarations(parsed, outer);
        String tag = plain(parsed.tagName());
        String name = localName(tag);
        Element element = Verifier.checkElementName(name) == null
                ? new Element(name, namespace(prefix(tag), scope))
                : new Element("unnamed");
        for (org.jsoup.nodes.Attribute attribute : parsed.attributes()) {
            attribute(element, attribute, scope);
        }
        for (Node child : parsed.childNodes()) {
            if (child instanceof org.jsoup.nodes.Element inner) {
                element.addContent(element(inner, scope));
            } else if (child instanceof TextNode text) {
                element.addContent(plain(text.getWholeText()));
            }
        }
        limits.close();
        return element;
    }

    private Scope declarations(org.jsoup.nodes.Element parsed, Scope outer) throws UnreadableXmlException {
        Scope scope = outer;
        for (org.jsoup.nodes.Attribute attribute : parsed.attributes()) {
            String name = plain(attribute.getKey());
            if (isDeclaration(name)) {
                String prefix = name.equals(DECLARATION) ? "" : localName(name);
                String uri = plain(attribute.getValue());
                limits.declare(prefix, uri);
                scope = scope == outer ? new Scope(outer) : scope;
                scope.declare(prefix, uri);
            }
        }
        return scope;
    }

    private void attribute(Element element, org.jsoup.nodes.Attribute parsed, Scope scope) {
        String key = plain(parsed.getKey());
        String name = localName(key);
        if (isDeclaration(key) || Verifier.checkAttributeName(name) != null) {
            return;
        }
        String prefix = prefix(key);
        String value = plain(parsed.getValue());
        element.setAttribute(
                prefix.isEmpty() ? new Attribute(name, value) : new Attribute(name, value, namespace(prefix, scope)));
    }

    private Namespace namespace(String prefix, Scope scope) {
        return namespaces.of(prefix, scope.of(prefix));
    }

    private static boolean isDeclaration(String name) {
        return name.equals(DECLARATION) || name.startsWith(DECLARATION + ":");
    }

    private static String plain(String text) {
        return text.replace(DISGUISE, "");
    }

    private static String localName(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    /** Empty as well where it is none that could be one. */
    private static String prefix(String qualified) {
        String prefix = qualified.substring(0, Math.max(0, qualified.indexOf(':')));
        return Verifier.checkNamespacePrefix(prefix) == null ? prefix : "";
    }
}
