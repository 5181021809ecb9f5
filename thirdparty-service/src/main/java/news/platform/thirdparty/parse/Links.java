package news.platform.thirdparty.parse;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.platform.thirdparty.fetch.Urls;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Finds where an entry, or a whole feed, can be read: the page made for people, wherever the feed says so. */
final class Links {
    private static final String RELATIONS = "http://www.iana.org/assignments/relation/";
    private static final Namespace RDF = Namespace.getNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    private Links() {}

    /** Puts an item's best link where the parser takes it from; the addresses are absolute already. */
    static void settle(Element item, FeedFormat format) {
        switch (format) {
            case ATOM -> alternate(links(item)).or(() -> id(item)).ifPresent(page -> atom(item, page));
            case RSS -> rss(item, () -> about(item).or(() -> guid(item)));
            case JSON_FEED -> {}
        }
    }

    /** The same for the feed, whose name is no page. */
    static void settleFeed(Element feed, FeedFormat format) {
        switch (format) {
            case ATOM -> alternate(links(feed)).ifPresent(page -> atom(feed, page));
            case RSS -> rss(feed, Optional::empty);
            case JSON_FEED -> {}
        }
    }

    /** The relation without the prefix that it may be spelled with; one without a name is an alternate. */
    static String relation(Element link) {
        String relation = link.getAttributeValue("rel", "alternate").strip().toLowerCase(Locale.ROOT);
        return relation.startsWith(RELATIONS) ? relation.substring(RELATIONS.length()) : relation;
    }

    private static void atom(Element owner, String page) {
        // the parser takes the first alternate
        owner.addContent(
                0,
                new Element("link", owner.getNamespace())
                        .setAttribute("rel", "alternate")
                        .setAttribute("href", page));
    }

    private static void rss(Element owner, Supplier<Optional<String>> otherwise) {
        Namespace own = owner.getNamespace();
        List<Element> empty = owner.getChildren("link", own).stream()
                .filter(link -> link.getTextTrim().isEmpty())
                .toList();
        boolean said = owner.getChildren("link", own).size() > empty.size();
        Optional<String> page =
                said ? Optional.empty() : alternate(links(owner)).or(otherwise);
        // the parser would take one that says nothing
        empty.forEach(Element::detach);
        page.ifPresent(address -> owner.addContent(0, new Element("link", own).setText(address)));
    }

    /** Of whatever vocabulary. */
    private static List<Element> links(Element owner) {
        return owner.getChildren().stream()
                .filter(child -> child.getName().equals("link"))
                .toList();
    }

    private static Optional<String> alternate(List<Element> links) {
        return links.stream()
                .filter(link -> relation(link).equals("alternate"))
                .filter(link -> isWeb(link.getAttributeValue("href", "")))
                .min(Comparator.comparing(link -> !isPage(link)))
                .map(link -> link.getAttributeValue("href"));
    }

    private static boolean isPage(Element link) {
        String type = link.getAttributeValue("type", "").strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.contains("html");
    }

    private static Optional<String> about(Element item) {
        return Optional.ofNullable(item.getAttributeValue("about", RDF)).filter(Links::isWeb);
    }

    private static Optional<String> guid(Element owner) {
        return Stream.ofNullable(owner.getChild("guid", owner.getNamespace()))
                .filter(guid -> !"false".equalsIgnoreCase(guid.getAttributeValue("isPermaLink")))
                .map(Element::getTextTrim)
                .filter(Links::isWeb)
                .findFirst();
    }

    private static Optional<String> id(Element owner) {
        return Optional.ofNullable(owner.getChild("id", owner.getNamespace()))
                .map(Element::getTextTrim)
                .filter(Links::isWeb);
    }

    private static boolean isWeb(String address) {
        return Urls.web(address).isPresent();
    }
}
