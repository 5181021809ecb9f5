package news.platform.content.body;

import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.html.HtmlPolicy;
import news.platform.html.HtmlSanitizer;
import org.jsoup.nodes.Entities;
import org.springframework.stereotype.Component;

/** Makes bodies that are safe to show, each with its preview. Thread-safe. */
@Component
public final class Bodies {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(HtmlPolicy.ARTICLE);
    private final Preview preview;

    /** Cuts previews within these bounds. */
    public Bodies(PreviewProperties bounds) {
        this.preview = new Preview(bounds, sanitizer);
    }

    /** The body made of what somebody sent: markup that is not on the allow-list is taken out. */
    public BodyHtml of(String untrusted) {
        var html = sanitizer.sanitize(untrusted);
        return new BodyHtml(html, preview.of(html));
    }

    /**
     * The same for what an editor sent.
     *
     * @param field the request's field that it comes from
     * @throws DomainException INVALID_FIELD where it is more than can be kept
     */
    public BodyHtml ofEditor(String untrusted, String field) {
        var body = of(untrusted);
        if (body.isTooLarge()) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD,
                    field,
                    body.html().length() + " characters when made safe (expected: <= 1048576)");
        }
        return body;
    }

    /** The body made of plain text, one paragraph; empty for blank text. */
    public BodyHtml ofText(String text) {
        return of(text.isBlank() ? "" : "<p>" + Entities.escape(text) + "</p>");
    }

    /**
     * The body as it was saved, its preview cut again where that was done by another rule.
     *
     * @param rule what {@link #previewRule} was for the version that was saved
     */
    public BodyHtml saved(String html, String savedPreview, String rule, long version) {
        return new BodyHtml(html, rule.equals(previewRule() + version) ? savedPreview : preview.of(html));
    }

    /**
     * Names how previews are cut now; the version of the article is to follow. A process of an older build cuts by its own rule
     * and may not know that it has to say so; but it counts the version up, and so does not pass for us.
     */
    public String previewRule() {
        return preview.rule() + " v";
    }
}
