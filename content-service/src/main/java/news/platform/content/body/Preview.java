package news.platform.content.body;

import news.platform.html.HtmlSanitizer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The beginning of a body that everybody may read while the article is premium: whole blocks as long as they fit the bounds,
 * then whole sentences of the next one. It ends with the last text that fits; where not even the first sentence does, or
 * too many pictures stand before it, it is empty. Since a share of the text is one of the bounds and is below one, no
 * body is given away whole, whatever it is made of. The same body has the same preview; thread-safe.
 */
final class Preview {
    /** Rises with each change of what is cut from the same body by the same bounds. */
    private static final int VERSION = 2;

    private final PreviewProperties bounds;
    private final HtmlSanitizer sanitizer;

    Preview(PreviewProperties bounds, HtmlSanitizer sanitizer) {
        this.bounds = bounds;
        this.sanitizer = sanitizer;
    }

    /** Names the rule and its bounds: what was cut by another rule is cut again. */
    String rule() {
        return VERSION + " " + bounds.share() + " " + bounds.maxCharacters() + " " + bounds.maxBlocks();
    }

    /** The preview of a sanitised body, sanitised like it. */
    String of(String sanitizedHtml) {
        var document = Jsoup.parseBodyFragment(sanitizedHtml);
        document.outputSettings(new Document.OutputSettings().prettyPrint(false));
        var blocks = TextBlock.of(document.body());
        var budget = bounds.charactersOf(
                blocks.stream().mapToLong(TextBlock::visibleCharacters).sum());
        TextBlock last = null;
        var end = 0;
        for (var block : blocks.subList(0, Math.min(bounds.maxBlocks(), blocks.size()))) {
            var fitting = block.sentencesWithin(budget);
            if (fitting > 0) {
                last = block;
                end = fitting;
            }
            budget -= block.visibleCharacters();
            if (budget < 0) {
                break;
            }
        }
        if (last == null) {
            return "";
        }
        last.endAt(end);
        return sanitizer.sanitize(document.body().html());
    }
}
