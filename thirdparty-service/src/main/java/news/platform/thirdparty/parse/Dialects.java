package news.platform.thirdparty.parse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/**
 * Brings the dozen dialects of RSS and Atom down to the four that the parser knows best: RSS 2.0, RSS 1.0, Atom 0.3 and 1.0.
 * Wrong or missing versions and namespaces are common, and say nothing that the elements don't.
 */
final class Dialects {
    private static final Namespace RDF = Namespace.getNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    private static final String RSS_1 = "http://purl.org/rss/1.0/";
    static final String ATOM_03 = "http://purl.org/atom/ns#";
    private static final String ATOM_1 = "http://www.w3.org/2005/Atom";

    /** What a feed may be in, in small letters. */
    static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");

    private Dialects() {}

    static FeedFormat unify(Document document) throws UnreadableFeedException {
        Element root = document.getRootElement();
        return switch (root.getName().toLowerCase(Locale.ROOT)) {
            case "rss" -> rss(root);
            case "rdf" -> rdf(root);
            case "feed" -> atom(root);
            case "channel" -> cdf(root);
            case "html" -> throw new UnreadableFeedException("an HTML page, not a feed");
            default -> throw new UnreadableFeedException("neither RSS nor Atom: <" + root.getName() + ">");
        };
    }

    private static FeedFormat rss(Element root) {
        Element any = root.getChildren().isEmpty() ? root : root.getChildren().getFirst();
        move(root, any.getNamespaceURI(), "");
        root.setName("rss");
        root.setAttribute("version", "2.0");
        Element channel = root.getChild("channel");
        if (channel == null) {
            channel = new Element("channel");
            root.addContent(channel);
        }
        for (Element item : List.copyOf(root.getChildren("item"))) {
            channel.addContent(item.detach());
        }
        return FeedFormat.RSS;
    }

    /** The Channel Definition Format, from before RSS: its elements in capitals, its addresses in attributes. */
    private static FeedFormat cdf(Element root) {
        for (Element element : List.copyOf(root.getContent(Filters.element()))) {
            if (element.getName().equalsIgnoreCase("item")) {
                rename(element, "item");
                describe(element);
            }
        }
        describe(root);
        rename(root, "channel");
        var rss = new Element("rss");
        Document document = root.getDocument();
        root.detach();
        rss.addContent(root);
        document.setRootElement(rss);
        return rss(rss);
    }

    private static void describe(Element element) {
        for (Attribute attribute : List.copyOf(element.getAttributes())) {
            switch (attribute.getName().toLowerCase(Locale.ROOT)) {
                case "href" -> element.addContent(new Element("link").setText(attribute.getValue()));
                case "lastmod" -> element.addContent(new Element("pubDate").setText(attribute.getValue()));
                default -> {}
            }
        }
        for (Element child : List.copyOf(element.getChildren())) {
            switch (child.getName().toLowerCase(Locale.ROOT)) {
                case "title" -> rename(child, "title");
                case "abstract" -> rename(child, "description");
                default -> {}
            }
        }
    }

    private static void rename(Element element, String name) {
        element.setName(name);
        element.setNamespace(Namespace.NO_NAMESPACE);
    }

    private static FeedFormat rdf(Element root) throws UnreadableFeedException {
        Element channel = root.getChildren().stream()
                .filter(child -> child.getName().equals("channel"))
                .findFirst()
                .orElseThrow(() -> new UnreadableFeedException("RDF without a channel"));
        if (!root.getNamespace().equals(RDF)) {
            move(root, root.getNamespaceURI(), RDF.getURI());
        }
        move(root, channel.getNamespaceURI(), RSS_1);
        return FeedFormat.RSS;
    }

    private static FeedFormat atom(Element root) {
        String namespace = root.getNamespaceURI();
        boolean old = namespace.equals(ATOM_03) || "0.3".equals(root.getAttributeValue("version"));
        move(root, namespace, old ? ATOM_03 : ATOM_1);
        return FeedFormat.ATOM;
    }

    /** All elements of one namespace into another, as a default one: RSS has none, so a prefix could not stay. */
    private static void move(Element root, String from, String to) {
        if (from.equals(to)) {
            return;
        }
        var target = Namespace.getNamespace(to);
        if (root.getNamespaceURI().equals(from)) {
            root.setNamespace(target);
        }
        for (Element element : List.copyOf(root.getContent(Filters.element()))) {
            move(element, from, to);
        }
    }
}
