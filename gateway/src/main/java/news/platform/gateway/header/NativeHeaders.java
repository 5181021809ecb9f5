package news.platform.gateway.header;

import org.apache.tomcat.util.http.MimeHeaders;

/**
 * As Tomcat keeps them. It recycles its headers and may write digits into bytes that it was once given, therefore each
 * answer gets bytes of its own.
 */
final class NativeHeaders extends Headers {

    /** The request's attribute that holds them. */
    static final String ATTRIBUTE = NativeHeaders.class.getName();

    private final MimeHeaders headers;

    NativeHeaders(MimeHeaders headers) {
        this.headers = headers;
    }

    @Override
    public void add(String name, String value) {
        byte[] nameBytes = HeaderLines.bytes(name);
        byte[] valueBytes = HeaderLines.bytes(value);
        headers.addValue(nameBytes, 0, nameBytes.length).setBytes(valueBytes, 0, valueBytes.length);
    }

    @Override
    public void add(HeaderLines lines) {
        byte[] bytes = lines.copy();
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            int value = at + lines.nameLength(i);
            headers.addValue(bytes, at, lines.nameLength(i)).setBytes(bytes, value, lines.valueLength(i));
            at = value + lines.valueLength(i);
        }
    }
}
