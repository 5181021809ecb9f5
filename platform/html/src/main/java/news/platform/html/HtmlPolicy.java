package news.platform.html;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An allow-list of markup. What is not on it loses its tag and keeps its text, except script, style and the like, which go
 * with their content. Addresses are allowed by their scheme and, of the web, only with a public host: see
 * {@link PublicUrl}. Immutable.
 *
 * @param elements the allowed elements, in small letters
 * @param attributes what they may carry besides addresses
 * @param linkSchemes the schemes of {@code a href}, in small letters; no {@code a} is kept without an address
 * @param pictureSchemes the schemes of {@code img src}
 * @param ownPictures what an address without scheme and host that {@code img src} may have matches
 * @param rels what each link says in {@code rel}, in this order
 */
public record HtmlPolicy(
        List<String> elements,
        List<Attribute> attributes,
        Set<String> linkSchemes,
        Set<String> pictureSchemes,
        Pattern ownPictures,
        List<String> rels) {
    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,4}");
    private static final Pattern TIME = Pattern.compile("[0-9TZ:+.-]{4,40}");

    /** What an article, a comment, any text of a person may consist of: paragraphs, lists, tables, links, pictures. */
    public static final HtmlPolicy ARTICLE = new HtmlPolicy(
            List.of(
                    "p div br hr h1 h2 h3 h4 h5 h6 blockquote pre",
                    "ul ol li dl dt dd figure figcaption",
                    "table caption thead tbody tfoot tr th td",
                    "strong b em i u s del ins mark small sub sup code q cite abbr time",
                    "a img"),
            List.of(
                    new Attribute("alt", List.of("img"), ANY),
                    new Attribute("title", List.of("a", "abbr", "img"), ANY),
                    new Attribute("width", List.of("img"), SIZE),
                    new Attribute("height", List.of("img"), SIZE),
                    new Attribute("colspan", List.of("th", "td"), SIZE),
                    new Attribute("rowspan", List.of("th", "td"), SIZE),
                    new Attribute("datetime", List.of("time"), TIME)),
            Set.of("https", "http", "mailto"),
            Set.of("https"),
            Pattern.compile("/media/[0-9a-f]{40}(/[0-9]{2,4})?"),
            List.of("nofollow", "noopener"));

    /** Copies the lists; an element may stand alone or, as in a table of them, with others separated by spaces. */
    public HtmlPolicy {
        elements = elements.stream()
                .flatMap(row -> Pattern.compile(" ").splitAsStream(row))
                .toList();
        attributes = List.copyOf(attributes);
        linkSchemes = Set.copyOf(linkSchemes);
        pictureSchemes = Set.copyOf(pictureSchemes);
        rels = List.copyOf(rels);
    }

    /**
     * An attribute that is no address.
     *
     * @param name in small letters
     * @param elements which may carry it
     * @param value what its whole value must match, else it is left out
     */
    public record Attribute(String name, List<String> elements, Pattern value) {
        /** Copies the list. */
        public Attribute {
            elements = List.copyOf(elements);
        }
    }
}
