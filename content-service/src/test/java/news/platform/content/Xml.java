package news.platform.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** XML as a strict parser reads it. */
public final class Xml {
    private Xml() {}

    /** Fails where it is not well-formed. */
    public static Document parse(byte[] document) {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(document));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    /** All elements of this name below the document. */
    public static List<Element> all(Document document, @Nullable String namespace, String name) {
        return elements(document.getElementsByTagNameNS(namespace, name));
    }

    /** The children of this name. */
    public static List<Element> children(Element parent, @Nullable String namespace, String name) {
        return elements(parent.getElementsByTagNameNS(namespace, name)).stream()
                .filter(element -> parent.isSameNode(element.getParentNode()))
                .toList();
    }

    /** Their texts. */
    public static List<String> texts(Element parent, @Nullable String namespace, String name) {
        return children(parent, namespace, name).stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
