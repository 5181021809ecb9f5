package news.platform.thirdparty.fetch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** What a host said about its answer, as far as it can be believed. */
final class ResponseHeaders {
    private static final int MAX_VALIDATOR = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final HttpResponse response;
    private final Clock clock;

    ResponseHeaders(HttpResponse response, Clock clock) {
        this.response = response;
        this.clock = clock;
    }

    Optional<String> first(String name) {
        Header header = response.getFirstHeader(name);
        return Optional.ofNullable(header).map(Header::getValue);
    }

    /** A validator that is worth keeping: short, and nothing but visible ASCII. */
    Optional<String> validator(String name) {
        return first(name).filter(value -> value.length() <= MAX_VALIDATOR && value.matches("[\\x20-\\x7e]+"));
    }

    /** Seconds or a date, at most a day. */
    Optional<Duration> retryAfter() {
        return first(HttpHeaders.RETRY_AFTER)
                .map(String::strip)
                .flatMap(this::pause)
                .filter(Duration::isPositive)
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private Optional<Duration> pause(String value) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(value))
                .map(until -> Duration.between(clock.instant(), until));
    }
}
