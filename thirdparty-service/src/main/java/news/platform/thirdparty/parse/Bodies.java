package news.platform.thirdparty.parse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** What the texts of an item are written in, brought to what the parser expects. */
final class Bodies {
    private static final Namespace XHTML = Namespace.getNamespace("http://www.w3.org/1999/xhtml");
    private static final Set<String> TEXTS =
            Set.of("content", "summary", "title", "subtitle", "tagline", "rights", "copyright", "info");

    private Bodies() {}

    /** What stands inside the element; text is text, not escaped twice. */
    static String inside(Element element) {
        if (element.getChildren().isEmpty()) {
            return element.getText();
        }
        return new XMLOutputter(Format.getRawFormat()).outputString(element.getContent());
    }

    /** The element that the body will be taken from. */
    static Optional<Element> of(Element item) {
        return Stream.of("encoded", "content", "description", "summary")
                .flatMap(name -> item.getChildren().stream()
                        .filter(child -> child.getName().equals(name))
                        .filter(child -> !child.getContent().isEmpty()))
                .findFirst();
    }

    /** XHTML under a prefix becomes XHTML without one, since prefixed tags are no HTML. */
    static void unprefix(Element root) {
        for (Element element : root.getDescendants(Filters.element())) {
            if (element.getNamespace().equals(XHTML)
                    && !element.getNamespacePrefix().isEmpty()) {
                element.setNamespace(XHTML);
            }
        }
    }

    /** Atom's texts under a type that the parser knows, unpacked. */
    static void settle(Element feed) {
        for (Element element : feed.getContent(Filters.element())) {
            if (element.getNamespace().equals(feed.getNamespace())) {
                if (TEXTS.contains(element.getName())) {
                    settleText(element);
                } else if (element.getName().equals("entry")) {
                    settle(element);
                }
            }
        }
    }

    private static void settleText(Element text) {
        boolean old = text.getNamespaceURI().equals(Dialects.ATOM_03);
        String type = text.getAttributeValue("type");
        if (type != null) {
            text.setAttribute("type", type(type.strip().toLowerCase(Locale.ROOT), old));
        }
        if ("base64".equalsIgnoreCase(text.getAttributeValue("mode", "").strip())) {
            unpack(text);
        }
    }

    /** What is neither a name of Atom's nor a media type was meant as HTML: CDATA, escaped, markup. */
    private static String type(String type, boolean old) {
        String name =
                switch (type) {
                    case "text", "text/plain", "plain" -> "text";
                    case "html", "text/html" -> "html";
                    case "xhtml", "application/xhtml+xml" -> "xhtml";
                    default -> type.contains("/") ? type : "html";
                };
        if (!old || name.contains("/")) {
            return name;
        }
        return switch (name) {
            case "text" -> "text/plain";
            case "html" -> "text/html";
            default -> "application/xhtml+xml";
        };
    }

    /** The parser gives up the whole feed over a text that is no Base64; here the one text goes. */
    private static void unpack(Element text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.getText().getBytes(StandardCharsets.US_ASCII));
            String unpacked = FeedEncoding.decode(bytes, null);
            text.setText(
                    unpacked.replaceAll("[^\\t\\n\\r\\x20-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]", ""));
            text.setAttribute("mode", "escaped");
        } catch (IllegalArgumentException noBase64) {
            text.removeContent();
            text.removeAttribute("mode");
        }
    }
}
