package news.platform.thirdparty.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdom2.Namespace;

/**
 * The namespaces of one text, as its tree has them. The library remembers every prefix and every address for ever, so it gets
 * to see none of the text's own: a vocabulary that something here reads has one prefix, whatever the text calls it, and the
 * others are numbered, which keeps them apart.
 */
final class Namespaces {

    private static final String ATOM_03 = "http://purl.org/atom/ns#";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";
    private static final String UNDECLARED = "urn:undeclared";

    /** What prefixes mean that nobody declared. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("atom", "http://www.w3.org/2005/Atom"),
            Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
            Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
            Map.entry("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
            Map.entry("georss", "http://www.georss.org/georss"),
            Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            Map.entry("media", MEDIA),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
            Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
            Map.entry("thr", "http://purl.org/syndication/thread/1.0"),
            Map.entry("wfw", "http://wellformedweb.org/CommentAPI/"),
            Map.entry("xhtml", "http://www.w3.org/1999/xhtml"));

    private static final Map<String, String> PREFIXES = prefixes();

    private final Map<String, Integer> others = new HashMap<>();

    /** What the prefix means where nobody declared it. */
    static String usual(String prefix) {
        return USUAL.getOrDefault(prefix, UNDECLARED);
    }

    /**
     * What stands in the tree for it.
     *
     * @param prefix as the text has it, empty for a default one
     * @param uri as the text has it, empty for none
     */
    Namespace of(String prefix, String uri) {
        if (uri.isEmpty()) {
            return Namespace.NO_NAMESPACE;
        }
        if (uri.equals(Namespace.XML_NAMESPACE.getURI())) {
            return Namespace.XML_NAMESPACE;
        }
        String meant = meant(uri);
        String known = PREFIXES.get(meant);
        if (known != null) {
            return Namespace.getNamespace(prefix.isEmpty() ? "" : known, meant);
        }
        int number = others.computeIfAbsent(uri, _ -> others.size());
        return Namespace.getNamespace(prefix.isEmpty() ? "" : "other" + number, "urn:other:" + number);
    }

    /** Some vocabularies have had several addresses. */
    private static String meant(String uri) {
        if (uri.startsWith("http://purl.org/pie")) {
            return ATOM_03;
        }
        return uri.startsWith("http://search.yahoo.com/mrss") ? MEDIA : uri;
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes =
                USUAL.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        prefixes.put(ATOM_03, "atom03");
        prefixes.put("http://purl.org/rss/1.0/", "rss");
        return Map.copyOf(prefixes);
    }
}
