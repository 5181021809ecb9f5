package news.platform.thirdparty.parse;

import java.io.IOException;
import java.io.StringReader;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** XML into a tree: no document types, nothing loaded from anywhere, bounded in depth and size. */
final class SecureXml {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_ELEMENTS = 100_000;

    private SecureXml() {}

    static Document parse(String text) throws UnreadableFeedException {
        SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setExpandEntities(false);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        builder.setXMLFilter(new Limits());
        try {
            return builder.build(new StringReader(text));
        } catch (JDOMException | IOException malformed) {
            throw new UnreadableFeedException("no well-formed XML", malformed);
        }
    }

    private static final class Limits extends XMLFilterImpl {
        private int depth;
        private int elements;

        @Override
        public void startElement(String uri, String name, String qualifiedName, Attributes attributes)
                throws SAXException {
            if (++depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
                throw new SAXException(
                        "nested deeper than " + MAX_DEPTH + " or more than " + MAX_ELEMENTS + " elements");
            }
            super.startElement(uri, name, qualifiedName, attributes);
        }

        @Override
        public void endElement(String uri, String name, String qualifiedName) throws SAXException {
            depth--;
            super.endElement(uri, name, qualifiedName);
        }
    }
}
