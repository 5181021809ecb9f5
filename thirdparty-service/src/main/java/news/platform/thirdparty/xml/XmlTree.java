package news.platform.thirdparty.xml;

import java.util.Set;
import org.jdom2.Document;

/**
 * XML that was read.
 *
 * @param fault why it is not well-formed, so that it was read leniently; empty where it was read as it should be
 */
public record XmlTree(Document document, String fault) {
    /**
     * Reads strictly, and where the text is not well-formed once more leniently; both within the same bounds.
     *
     * @param roots the local names, in small letters, of what a lenient reading looks for among whatever stands around it
     */
    public static XmlTree read(String text, Set<String> roots) throws UnreadableXmlException {
        try {
            return new XmlTree(StrictXml.parse(XmlText.mended(text)), "");
        } catch (MalformedXmlException malformed) {
            return new XmlTree(
                    LenientXml.parse(XmlText.reduced(text), roots, String.valueOf(malformed.getMessage())),
                    String.valueOf(malformed.getMessage()));
        }
    }
}
