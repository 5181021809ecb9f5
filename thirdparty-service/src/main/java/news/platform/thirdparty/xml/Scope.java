package news.platform.thirdparty.xml;

import java.util.HashMap;
import java.util.Map;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jspecify.annotations.Nullable;

/** Which prefix means which namespace at one place of a tree; what nobody declared means what it usually means. */
final class Scope {
    /** One for all, since the library remembers each for ever. */
    private static final Namespace UNDECLARED = Namespace.getNamespace("undeclared", "urn:undeclared");

    private static final String RESERVED = "http://www.w3.org/(XML/1998/namespace|2000/xmlns/)";
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("atom", "http://www.w3.org/2005/Atom"),
            Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
            Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
            Map.entry("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
            Map.entry("georss", "http://www.georss.org/georss"),
            Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            Map.entry("media", "http://search.yahoo.com/mrss/"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
            Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
            Map.entry("thr", "http://purl.org/syndication/thread/1.0"),
            Map.entry("wfw", "http://wellformedweb.org/CommentAPI/"),
            Map.entry("xhtml", "http://www.w3.org/1999/xhtml"));

    /** Looked up from the inside out: copied maps would cost depth times declarations. */
    private final @Nullable Scope outer;

    private final Map<String, String> own = new HashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    void declare(String prefix, String uri) {
        if (Verifier.checkNamespacePrefix(prefix) == null
                && Verifier.checkNamespaceURI(uri) == null
                && !uri.matches(RESERVED)) {
            own.put(prefix, uri);
        }
    }

    Namespace of(String prefix) {
        if (prefix.equals("xml")) {
            return Namespace.XML_NAMESPACE;
        }
        String declared = declared(prefix);
        if (prefix.isEmpty()) {
            return Namespace.getNamespace(declared == null ? "" : declared);
        }
        String uri = declared == null || declared.isEmpty() ? USUAL.get(prefix) : declared;
        return uri == null ? UNDECLARED : Namespace.getNamespace(prefix, uri);
    }

    private @Nullable String declared(String prefix) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            String uri = scope.own.get(prefix);
            if (uri != null) {
                return uri;
            }
        }
        return null;
    }
}
