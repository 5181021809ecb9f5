package news.platform.content.site;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document in UTF-8 as it is written: well-formed whatever its texts are, the same calls the same bytes.
 *
 * <p>Written by the JDK's StAX and not by Rome: the order of elements is then ours, by which an entity tag can be trusted, a
 * control character is left out instead of failing the document, and Rome, with which the tests read, does not confirm itself.
 * The JDK's own factory is named, so that no library on the class path takes its place.
 */
public final class XmlDocument {
    /** What XML 1.0 has no way to say. */
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    private XmlDocument() throws XMLStreamException {
        writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    }

    /** An empty document. */
    public static XmlDocument begin() {
        try {
            return new XmlDocument();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Begins an element; its name has its prefix, and prefixes are attributes. */
    public XmlDocument open(String element) {
        return write(() -> writer.writeStartElement(element));
    }

    /** An attribute of the element that was just begun. */
    public XmlDocument attribute(String name, String value) {
        return write(() -> writer.writeAttribute(name, speakable(value)));
    }

    /** Text inside the element that was begun. */
    public XmlDocument text(String value) {
        return write(() -> writer.writeCharacters(speakable(value)));
    }

    /** Ends the element that was begun last. */
    public XmlDocument close() {
        return write(writer::writeEndElement);
    }

    /** An element with nothing but text in it. */
    public XmlDocument element(String name, String value) {
        return open(name).text(value).close();
    }

    /** Ends every element; the document. */
    public byte[] end() {
        write(writer::writeEndDocument);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private XmlDocument write(Step step) {
        try {
            step.take();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private static String speakable(String text) {
        return UNSPEAKABLE.matcher(text).replaceAll("");
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("XML could not be written into memory", e);
    }

    private interface Step {
        void take() throws XMLStreamException;
    }
}
