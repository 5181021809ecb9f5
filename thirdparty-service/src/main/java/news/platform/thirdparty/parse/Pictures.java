package news.platform.thirdparty.parse;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import news.platform.thirdparty.fetch.Urls;
import org.jdom2.Element;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/** Finds the picture that goes with an item, under the names that the vocabularies have for it. */
final class Pictures {
    private static final Pattern PICTURE_FILE = Pattern.compile("(?i).*\\.(jpe?g|png|gif|webp|avif)");

    private Pictures() {}

    /** Absolute; {@code baseOf} says what the addresses within an element are relative to. */
    static Optional<String> in(Element item, Function<Element, URI> baseOf) {
        for (Element element : item.getDescendants(Filters.element())) {
            String address = address(element);
            if (address != null && !address.isBlank()) {
                Optional<URI> absolute = Urls.resolve(baseOf.apply(element), address);
                if (absolute.isPresent()) {
                    return absolute.map(URI::toString);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String address(Element element) {
        boolean media = element.getNamespaceURI().equals("http://search.yahoo.com/mrss/");
        return switch (element.getName()) {
            case "thumbnail" -> media ? element.getAttributeValue("url") : null;
            case "content" -> media ? picture(element, "url") : null;
            case "enclosure" -> picture(element, "url");
            case "image" -> element.getAttributeValue("href");
            case "link" -> Links.relation(element).equals("enclosure") ? picture(element, "href") : null;
            default -> null;
        };
    }

    /** By its type; where it has none, or one that says nothing, by the name of the file. */
    private static @Nullable String picture(Element element, String attribute) {
        String address = element.getAttributeValue(attribute);
        String medium = element.getAttributeValue("medium", "").strip().toLowerCase(Locale.ROOT);
        String type = element.getAttributeValue("type", "").strip().toLowerCase(Locale.ROOT);
        boolean untyped = medium.isEmpty() && (type.isEmpty() || type.equals("application/octet-stream"));
        boolean picture = medium.equals("image")
                || type.startsWith("image/")
                || (untyped && address != null && isPictureFile(address));
        return picture ? address : null;
    }

    private static boolean isPictureFile(String address) {
        return PICTURE_FILE.matcher(address.strip().replaceFirst("[?#].*", "")).matches();
    }
}
