package news.platform.content.article;

import news.platform.content.body.Bodies;
import news.platform.content.body.BodyHtml;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import org.springframework.stereotype.Component;

/** The body as an editor sends it. */
@Component
final class EditorsBody {
    private final Bodies bodies;

    EditorsBody(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * Makes it safe.
     *
     * @param field the request's field that it comes from
     */
    BodyHtml of(String untrusted, String field) {
        var body = bodies.of(untrusted);
        if (body.isTooLarge()) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD,
                    field,
                    body.html().length() + " characters when made safe (expected: <= 1048576)");
        }
        return body;
    }
}
