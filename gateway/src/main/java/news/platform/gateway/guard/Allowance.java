package news.platform.gateway.guard;

import news.platform.gateway.header.Headers;

/**
 * What a bucket said to one request, and how the client is told: the headers of the IETF draft "RateLimit header fields
 * for HTTP" in its three-field form, {@code RateLimit-Limit} (calls after a rest), {@code RateLimit-Remaining} (calls left
 * now) and {@code RateLimit-Reset} (seconds until the bucket is full again); a refusal also says {@code Retry-After}.
 *
 * @param allowed whether the request may go on
 * @param limit the bucket's capacity, in calls
 * @param remaining calls left
 * @param resetSeconds until the bucket is full, rounded up
 * @param retryAfterSeconds until the next call is allowed, rounded up; 0 when this one was
 */
public record Allowance(boolean allowed, long limit, long remaining, long resetSeconds, long retryAfterSeconds) {

    /** Tells the client. The response must not be committed. */
    public void writeTo(Headers headers) {
        headers.add("RateLimit-Limit", Numbers.text(limit));
        headers.add("RateLimit-Remaining", Numbers.text(remaining));
        headers.add("RateLimit-Reset", Numbers.text(resetSeconds));
        if (!allowed) {
            headers.add("Retry-After", Numbers.text(Math.max(1, retryAfterSeconds)));
        }
    }
}
