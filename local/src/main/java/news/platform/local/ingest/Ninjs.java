package news.platform.local.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A line as a ninjs 2.1 object, the form in which partners push. */
final class Ninjs {
    private static final String URI_PREFIX = "urn:news-platform:import:";

    private final String fileTag;

    /** @param fileTag a tag that everything of the file gets, by which they can be listed */
    Ninjs(String fileTag) {
        this.fileTag = fileTag;
    }

    Map<String, Object> of(Line line) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("uri", URI_PREFIX + line.id());
        item.put("version", "1");
        item.put("type", "text");
        item.put("pubstatus", "usable");
        line.date().ifPresent(date -> {
            item.put("firstcreated", date);
            item.put("versioncreated", date);
        });
        item.put("language", line.lang());
        item.put("headlines", List.of(Map.of("role", "main", "value", line.title())));
        item.put("bodies", List.of(Map.of("role", "main", "contenttype", "text/html", "value", html(line.text()))));
        item.put(
                "subjects",
                Stream.of(line.category(), fileTag)
                        .filter(name -> !name.isEmpty())
                        .map(name -> Map.of("name", name))
                        .toList());
        if (!line.url().isEmpty()) {
            item.put("altids", List.of(Map.of("role", "url", "value", line.url())));
        }
        if (!line.source().isEmpty()) {
            item.put("infosources", List.of(Map.of("role", "source", "name", line.source())));
        }
        return item;
    }

    /** Plain text becomes paragraphs; what looks like HTML in it stays text. */
    private static String html(String text) {
        StringBuilder html = new StringBuilder();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> html.append("<p>")
                .append(escape(line))
                .append("</p>"));
        return html.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
