package news.platform.thirdparty.xml;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/** Well-formed XML into a tree: no document types, nothing loaded from anywhere, bounded in depth and size. */
final class StrictXml {

    private static final String XMLNS = XMLConstants.XMLNS_ATTRIBUTE;

    private StrictXml() {}

    static Document parse(String text) throws MalformedXmlException, UnreadableXmlException {
        var builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setExpandEntities(false);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        var limits = new Limits();
        builder.setXMLFilter(limits);
        try {
            return builder.build(new StringReader(text));
        } catch (JDOMException | IOException malformed) {
            if (limits.exceeded != null) {
                throw limits.exceeded;
            }
            throw new MalformedXmlException(malformed);
        }
    }

    /** Counts, and puts the namespaces of the tree in place of the text's. */
    private static final class Limits extends XMLFilterImpl {
        private final TreeLimits limits = new TreeLimits();
        private final Namespaces namespaces = new Namespaces();
        private @Nullable UnreadableXmlException exceeded;

        @Override
        public void startPrefixMapping(String prefix, String uri) throws SAXException {
            // and no further: elements and attributes say themselves what they belong to
            within(() -> limits.declare(prefix, uri));
        }

        @Override
        public void startElement(String uri, String name, String qualifiedName, Attributes attributes)
                throws SAXException {
            within(limits::open);
            Namespace own = namespaces.of(prefix(qualifiedName), uri);
            super.startElement(own.getURI(), name, qualified(own, name), renamed(attributes));
        }

        @Override
        public void endElement(String uri, String name, String qualifiedName) throws SAXException {
            limits.close();
            super.endElement(uri, name, qualifiedName);
        }

        private Attributes renamed(Attributes attributes) {
            AttributesImpl renamed = new AttributesImpl();
            for (int i = 0; i < attributes.getLength(); i++) {
                String prefix = prefix(attributes.getQName(i));
                if (!prefix.equals(XMLNS) && !attributes.getQName(i).equals(XMLNS)) {
                    String name = attributes.getLocalName(i);
                    Namespace own = namespaces.of(prefix, attributes.getURI(i));
                    renamed.addAttribute(
                            own.getURI(), name, qualified(own, name), attributes.getType(i), attributes.getValue(i));
                }
            }
            return renamed;
        }

        private static String prefix(String qualifiedName) {
            return qualifiedName.substring(0, Math.max(0, qualifiedName.indexOf(':')));
        }

        private static String qualified(Namespace namespace, String name) {
            return namespace.getPrefix().isEmpty() ? name : namespace.getPrefix() + ":" + name;
        }

        private void within(Count count) throws SAXException {
            try {
                count.up();
            } catch (UnreadableXmlException tooMuch) {
                exceeded = tooMuch;
                throw new SAXException(tooMuch);
            }
        }
    }

    @FunctionalInterface
    private interface Count {
        void up() throws UnreadableXmlException;
    }
}
