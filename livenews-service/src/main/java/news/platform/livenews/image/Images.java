package news.platform.livenews.image;

import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.platform.error.DomainException;
import news.platform.livenews.v1.LivenewsReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the images of the platform that a live names are there. While content-service does not answer they are taken at
 * their word: a flash does not wait for another service. Thread-safe.
 */
@Component
public final class Images {
    private static final Logger log = LoggerFactory.getLogger(Images.class);
    private static final String ADDRESS = "/media/([0-9a-f]{40})(?:/[0-9]{2,4})?";
    private static final Pattern ALONE = Pattern.compile(ADDRESS);
    private static final Pattern IN_HTML = Pattern.compile(" src=\"" + ADDRESS + "\"");
    private static final int MAX = 100;

    private final ImageClient client;

    Images(ImageClient client) {
        this.client = client;
    }

    /**
     * Refuses addresses of our own images that lead to none; others are not looked at. Not within a transaction.
     *
     * @param field the request's field that they come from
     */
    public void requireAddresses(List<String> addresses, String field) {
        require(
                addresses.stream()
                        .map(ALONE::matcher)
                        .filter(matcher -> matcher.matches())
                        .map(matcher -> matcher.group(1))
                        .collect(Collectors.toSet()),
                field);
    }

    /** The same of what HTML as a sanitizer writes it shows. */
    public void requireHtml(String html, String field) {
        require(IN_HTML.matcher(html).results().map(found -> found.group(1)).collect(Collectors.toSet()), field);
    }

    private void require(Set<String> ids, String field) {
        if (ids.isEmpty()) {
            return;
        }
        if (ids.size() > MAX) {
            throw DomainException.field(
                    LivenewsReason.UNKNOWN_IMAGE, field, ids.size() + " images (expected: at most " + MAX + ")");
        }
        try {
            for (var missing : client.missing(ids)) {
                throw DomainException.field(LivenewsReason.UNKNOWN_IMAGE, field, "no such image: /media/" + missing);
            }
        } catch (StatusRuntimeException e) {
            log.warn("images of a live are taken at their word: {}", e.getStatus());
        }
    }
}
