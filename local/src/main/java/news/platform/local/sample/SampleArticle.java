package news.platform.local.sample;

import java.util.List;

/**
 * One article of the sample content, as its file has it.
 *
 * @param slug its name in the file, never changed: by it a half loaded sample is continued
 * @param author the demo account whose name stands above it
 * @param paragraphs plain text or simple HTML, each becomes a block
 */
record SampleArticle(
        String slug,
        String title,
        String summary,
        String lang,
        String author,
        List<String> channels,
        List<String> symbols,
        List<String> tags,
        boolean premium,
        List<String> paragraphs) {
    String bodyHtml() {
        StringBuilder html = new StringBuilder();
        for (String paragraph : paragraphs) {
            html.append(paragraph.startsWith("<") ? paragraph : "<p>" + paragraph + "</p>");
        }
        return html.toString();
    }
}
