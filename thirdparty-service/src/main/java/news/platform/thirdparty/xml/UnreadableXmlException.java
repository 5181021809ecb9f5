package news.platform.thirdparty.xml;

/** No XML, or none that can be read safely; the message says why to a person. */
public final class UnreadableXmlException extends Exception {
    UnreadableXmlException(String message) {
        super(message);
    }
}
