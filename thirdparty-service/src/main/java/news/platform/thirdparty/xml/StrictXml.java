package news.platform.thirdparty.xml;

import java.io.IOException;
import java.io.StringReader;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Well-formed XML into a tree: no document types, nothing loaded from anywhere, bounded in depth and size. */
final class StrictXml {
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

    private static final class Limits extends XMLFilterImpl {
        private final TreeLimits limits = new TreeLimits();
        private @Nullable UnreadableXmlException exceeded;

        @Override
        public void startPrefixMapping(String prefix, String uri) throws SAXException {
            within(() -> limits.declare(prefix, uri));
            super.startPrefixMapping(prefix, uri);
        }

        @Override
        public void startElement(String uri, String name, String qualifiedName, Attributes attributes)
                throws SAXException {
            within(limits::open);
            super.startElement(uri, name, qualifiedName, attributes);
        }

        @Override
        public void endElement(String uri, String name, String qualifiedName) throws SAXException {
            limits.close();
            super.endElement(uri, name, qualifiedName);
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
