package news.platform.thirdparty.parse;

import java.util.List;
import java.util.Locale;
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
    private static final String ATOM_03 = "http://purl.org/atom/ns#";
    private static final String ATOM_1 = "http://www.w3.org/2005/Atom";

    private Dialects() {}

    static FeedFormat unify(Document document) throws UnreadableFeedException {
        Element root = document.getRootElement();
        return switch (root.getName().toLowerCase(Locale.ROOT)) {
            case "rss" -> rss(root);
            case "rdf" -> rdf(root);
            case "feed" -> atom(root);
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

    private static FeedFormat rdf(Element root) throws UnreadableFeedException {
        Element channel = root.getChildren().stream()
                .filter(child -> child.getName().equals("channel"))
                .findFirst()
                .orElseThrow(() -> new UnreadableFeedException("RDF without a channel"));
        if (!root.getNamespace().equals(RDF)) {
            move(root, root.getNamespaceURI(), RDF.getURI());
        }
        move(root, channel.getNamespaceURI(), RSS_1);
        // the parser takes a left-over declaration for the dialect
        List.copyOf(root.getAdditionalNamespaces()).forEach(root::removeNamespaceDeclaration);
        return FeedFormat.RSS;
    }

    private static FeedFormat atom(Element root) {
        String namespace = root.getNamespaceURI();
        boolean old = namespace.equals(ATOM_03)
                || namespace.startsWith("http://purl.org/pie")
                || "0.3".equals(root.getAttributeValue("version"));
        move(root, namespace, old ? ATOM_03 : ATOM_1);
        return FeedFormat.ATOM;
    }

    /** All elements of one namespace into another, as a default one: RSS has none, so a prefix could not stay. */
    private static void move(Element root, String from, String to) {
        if (from.equals(to)) {
            return;
        }
        Namespace target = Namespace.getNamespace(to);
        if (root.getNamespaceURI().equals(from)) {
            root.setNamespace(target);
        }
        for (Element element : List.copyOf(root.getContent(Filters.element()))) {
            move(element, from, to);
        }
    }
}
