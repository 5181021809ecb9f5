package news.platform.content.media;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import org.springframework.stereotype.Component;

/** Says which images something shows. What shows one keeps it; once nothing does, it is kept for a while longer. */
@Component
public final class ShowImages {
    private static final String ADDRESS = "/media/([0-9a-f]{40})(?:/[0-9]{2,4})?";
    private static final Pattern ALONE = Pattern.compile(ADDRESS);
    private static final Pattern IN_HTML = Pattern.compile(" src=\"" + ADDRESS + "\"");

    private final Images images;
    private final ImageUses uses;
    private final Clock clock;

    ShowImages(Images images, ImageUses uses, Clock clock) {
        this.images = images;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * Refuses ids that name no image, and keeps the others for long enough to be shown.
     *
     * @param field the request's field that they come from
     */
    public void require(Collection<String> ids, String field) {
        if (ids.isEmpty()) {
            return;
        }
        var held = images.hold(ids, clock.instant());
        for (var id : ids) {
            if (!held.contains(id)) {
                throw DomainException.field(ContentReason.UNKNOWN_IMAGE, field, "no such image: /media/" + id);
            }
        }
    }

    /**
     * From now on this shows these and no others, in the transaction of its caller. An id that names no image is left out:
     * what comes from outside may say anything.
     *
     * @param subject what shows them, e.g. {@code articles/0198…}
     */
    public void show(String subject, Collection<String> ids) {
        uses.replace(subject, ids, clock.instant());
    }

    /** The ids of our own images among addresses. */
    public static Set<String> ofAddresses(List<String> addresses) {
        return addresses.stream()
                .map(ALONE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
    }

    /** The ids of our own images in HTML as a sanitizer writes it. */
    public static Set<String> ofHtml(String html) {
        return IN_HTML.matcher(html).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Both. */
    public static Set<String> of(List<String> addresses, String html) {
        var all = new HashSet<>(ofAddresses(addresses));
        all.addAll(ofHtml(html));
        return all;
    }
}
