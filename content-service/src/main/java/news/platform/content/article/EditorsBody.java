package news.platform.content.article;

import news.platform.content.body.BodyHtml;
import news.platform.error.DomainException;
import news.platform.error.PlatformReason;

/** The body as an editor sends it. */
final class EditorsBody {
    private EditorsBody() {}

    /**
     * Makes it safe.
     *
     * @param field the request's field that it comes from
     */
    static BodyHtml of(String untrusted, String field) {
        var body = BodyHtml.of(untrusted);
        if (body.isTooLarge()) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD,
                    field,
                    body.html().length() + " characters when made safe (expected: <= 1048576)");
        }
        return body;
    }
}
