package news.platform.thirdparty.clean;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.thirdparty.fetch.Urls;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what came what may be shown. Thread-safe. */
@Component
public final class ItemCleaner {
    private static final int MAX_TITLE = 300;
    private static final int MAX_SUMMARY = 400;
    private static final int TITLE_FROM_TEXT = 100;
    private static final int MAX_URI_BYTES = 1000;
    private static final int MAX_NAMES = 30;
    private static final int MAX_NAME = 100;
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    private static final Pattern MAIL_WITH_NAME = Pattern.compile("[^\\s@]++@[^\\s@(]++\\s*+\\((.+)\\)");

    private final Clock clock;

    public ItemCleaner(Clock clock) {
        this.clock = clock;
    }

    /** The clean item; empty where there is nothing in it that anyone could read or open. */
    public Optional<IncomingItem> clean(RawItem raw) {
        RawText body = raw.body().isBlank() ? raw.summary() : raw.body();
        String bodyHtml = SafeHtml.of(body, raw.base());
        // a summary that is missing is the beginning of what is shown, so that whoever bounds one can bound the other
        String bodyText = new RawText.Html(bodyHtml).readable();
        String summary = firstOf(raw.body().isBlank() ? "" : raw.summary().readable(), bodyText);
        String url = webAddress(raw.url());
        String title = Stream.of(raw.title().readable(), Characters.cut(summary, TITLE_FROM_TEXT), url)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (title.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IncomingItem(
                uri(raw, url, title, bodyText),
                Characters.cut(title, MAX_TITLE),
                Characters.cut(summary, MAX_SUMMARY),
                bodyHtml,
                language(raw.lang()),
                url,
                plausible(raw.publishTime()),
                names(raw.bylines().stream().map(ItemCleaner::withoutMailAddress)),
                List.of(),
                List.of(),
                names(raw.tags().stream()),
                "",
                webAddress(raw.coverUrl()),
                false));
    }

    private static String uri(RawItem raw, String url, String title, String bodyText) {
        String id = Characters.clean(raw.id()).strip();
        String uri = id.isEmpty() ? url : id;
        if (uri.isEmpty()) {
            return Fingerprint.urn(title, bodyText);
        }
        return Characters.utf8Length(uri) <= MAX_URI_BYTES ? uri : Fingerprint.urn(uri);
    }

    /** A time before there was a web, or after tomorrow, is a mistake. */
    private @Nullable Instant plausible(@Nullable Instant time) {
        return time == null
                        || time.isBefore(Instant.EPOCH)
                        || time.isAfter(clock.instant().plus(CLOCK_SKEW))
                ? null
                : time.truncatedTo(ChronoUnit.MICROS);
    }

    private static String language(String tag) {
        String normal = Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag();
        return normal.equals("und") || normal.length() > 35 ? "" : normal;
    }

    private static String webAddress(String address) {
        return Urls.web(address).map(Object::toString).orElse("");
    }

    private static String withoutMailAddress(String byline) {
        Matcher named = MAIL_WITH_NAME.matcher(byline.strip());
        if (named.matches()) {
            return named.group(1);
        }
        return byline.contains("@") ? "" : byline;
    }

    private static List<String> names(Stream<String> names) {
        return names.map(name -> new RawText.Plain(name).readable())
                .filter(name -> !name.isEmpty())
                .map(name -> Characters.cut(name, MAX_NAME))
                .distinct()
                .limit(MAX_NAMES)
                .toList();
    }

    private static String firstOf(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
