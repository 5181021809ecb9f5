package news.platform.thirdparty.parse;

import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/** Finds the picture that goes with an item, under the names that the vocabularies have for it. */
final class Pictures {

    private Pictures() {}

    static Optional<String> in(Element item) {
        for (Element element : item.getDescendants(Filters.element())) {
            String address = address(element);
            if (address != null && !address.isBlank()) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String address(Element element) {
        boolean media = element.getNamespaceURI().startsWith("http://search.yahoo.com/mrss");
        return switch (element.getName()) {
            case "thumbnail" -> media ? element.getAttributeValue("url") : null;
            case "content" -> media && isImage(element) ? element.getAttributeValue("url") : null;
            case "enclosure" -> isImage(element) ? element.getAttributeValue("url") : null;
            case "image" -> element.getAttributeValue("href");
            case "link" ->
                "enclosure".equals(element.getAttributeValue("rel")) && isImage(element)
                        ? element.getAttributeValue("href")
                        : null;
            default -> null;
        };
    }

    private static boolean isImage(Element element) {
        String type = element.getAttributeValue("type");
        return "image".equals(element.getAttributeValue("medium")) || (type != null && type.startsWith("image/"));
    }
}
