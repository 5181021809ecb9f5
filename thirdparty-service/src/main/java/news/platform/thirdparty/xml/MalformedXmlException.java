package news.platform.thirdparty.xml;

/** Not well-formed: a lenient reading may still make sense of it. */
final class MalformedXmlException extends Exception {
    MalformedXmlException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
