package news.platform.thirdparty.parse;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.platform.thirdparty.fetch.Urls;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the tree of a feed: dates that the parser would not understand become ones that it does, links become absolute by
 * {@code xml:base}, elements that say the same under another name are found a home, and what the parser would lose (base of
 * an item's body, its language, its picture) is kept in a hint.
 */
final class FeedTree {
    static final Namespace HINT = Namespace.getNamespace("urn:news-platform:hint");

    private static final Set<String> DATES =
            Set.of("pubdate", "published", "updated", "modified", "issued", "created", "date", "lastbuilddate");
    private static final Set<String> ADDRESSES = Set.of("link", "comments", "url");
    private static final Set<String> FIELDS = Set.of(
            "author", "category", "comments", "description", "enclosure", "guid", "link", "pubDate", "source", "title");
    private static final Set<String> RSS_BODIES = Set.of("body", "fullitem");
    private static final Namespace CONTENT =
            Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    private static final int MAX_DATES = 5_000;

    private final Element root;
    private final URI base;
    private int dates;

    private FeedTree(Document document, URI base) {
        this.root = document.getRootElement();
        this.base = base;
    }

    /** Prepares the tree in place. */
    static void prepare(Document document, URI base, FeedFormat format) {
        var tree = new FeedTree(document, base);
        tree.dropSurplusItems();
        List<Element> items = tree.items();
        Bodies.unprefix(tree.root);
        for (Element item : items) {
            if (format == FeedFormat.RSS) {
                closeFields(item);
                rehome(item);
            }
            tree.hint(item);
        }
        if (format == FeedFormat.ATOM) {
            Bodies.settle(tree.root);
        }
        tree.walk(tree.root, base);
        items.forEach(item -> Links.settle(item, format));
        Links.settleFeed(tree.feed(), format);
    }

    private Element feed() {
        Element channel = root.getChild("channel", root.getNamespace());
        return channel == null ? root : channel;
    }

    private List<Element> items() {
        return root.getContent(Filters.element()).stream()
                .flatMap(child ->
                        child.getName().equals("channel") ? child.getChildren().stream() : List.of(child).stream())
                .filter(child ->
                        child.getName().equals("item") || child.getName().equals("entry"))
                .toList();
    }

    private void dropSurplusItems() {
        items().stream().skip(Feed.MAX_ITEMS).forEach(Element::detach);
    }

    /** A field that nobody closed has the ones that follow it inside: they are the item's, not its. */
    private static void closeFields(Element item) {
        for (int i = 0; i < item.getContentSize(); i++) {
            if (item.getContent(i) instanceof Element field && FIELDS.contains(field.getName())) {
                int at = i;
                for (Element inner : List.copyOf(field.getChildren())) {
                    if (FIELDS.contains(inner.getName()) && inner.getNamespace().equals(item.getNamespace())) {
                        item.addContent(++at, inner.detach());
                    }
                }
            }
        }
    }

    /** A summary, a title or a body under a name of another vocabulary, taken where the own one is missing. */
    private static void rehome(Element item) {
        Namespace own = item.getNamespace();
        boolean described = item.getChild("description", own) != null;
        for (Element child : List.copyOf(item.getChildren())) {
            String name = child.getName();
            if (RSS_BODIES.contains(name) && item.getChild("encoded", CONTENT) == null) {
                child.setName("encoded");
                child.setNamespace(CONTENT);
                String inner = Bodies.inside(child);
                child.setText(inner);
            } else if (name.equals("summary") && !described) {
                child.setName("description");
                child.setNamespace(own);
                described = true;
            } else if (name.equals("title") && item.getChild("title", own) == null) {
                item.addContent(new Element("title", own).setText(child.getText()));
            }
        }
    }

    private void hint(Element item) {
        var hint = new Element("hint", HINT);
        hint.setAttribute("base", baseOf(Bodies.of(item).orElse(item)).toString());
        String language = inherited(item, "lang");
        if (language != null) {
            hint.setAttribute("lang", language);
        }
        Pictures.in(item, this::baseOf).ifPresent(picture -> hint.setAttribute("cover", picture));
        item.addContent(hint);
    }

    private URI baseOf(@Nullable Element element) {
        if (element == null) {
            return base;
        }
        URI outer = baseOf(element.getParentElement());
        return xmlBase(element).flatMap(own -> Urls.resolve(outer, own)).orElse(outer);
    }

    private static Optional<String> xmlBase(Element element) {
        return Optional.ofNullable(element.getAttributeValue("base", Namespace.XML_NAMESPACE));
    }

    private static @Nullable String inherited(@Nullable Element element, String attribute) {
        if (element == null) {
            return null;
        }
        String own = element.getAttributeValue(attribute, Namespace.XML_NAMESPACE);
        return own == null ? inherited(element.getParentElement(), attribute) : own;
    }

    private void walk(Element element, URI outer) {
        URI here = xmlBase(element).flatMap(own -> Urls.resolve(outer, own)).orElse(outer);
        element.removeAttribute("base", Namespace.XML_NAMESPACE);
        String name = element.getName().toLowerCase(Locale.ROOT);
        List<Element> children = element.getChildren();
        if (children.isEmpty() && DATES.contains(name)) {
            normaliseDate(element);
        }
        if (name.equals("link") && element.getAttribute("href") == null && element.getAttribute("rel") != null) {
            element.setAttribute("href", element.getTextTrim());
        }
        if (children.isEmpty()
                && ADDRESSES.contains(name)
                && !element.getTextTrim().isEmpty()) {
            Urls.resolve(here, element.getTextTrim()).ifPresent(address -> element.setText(address.toString()));
        }
        for (Attribute attribute : element.getAttributes()) {
            if (attribute.getName().equals("href") || attribute.getName().equals("src")) {
                Urls.resolve(here, attribute.getValue()).ifPresent(address -> attribute.setValue(address.toString()));
            }
        }
        children.forEach(child -> walk(child, here));
    }

    private void normaliseDate(Element element) {
        if (++dates > MAX_DATES) {
            return;
        }
        String date = FeedDates.parse(element.getText())
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("");
        element.setText(date);
    }
}
