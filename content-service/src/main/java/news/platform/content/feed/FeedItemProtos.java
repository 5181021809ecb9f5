package news.platform.content.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import news.platform.content.body.Bodies;
import news.platform.content.body.BodyHtml;
import news.platform.content.channel.ChannelTree;
import news.platform.content.reading.Teaser;
import news.platform.html.PublicUrl;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.v1.FeedItemReceived;

/**
 * A feed item in the shape that articles have. What an editor would be refused is mended here, because nobody could answer
 * the refusal: texts are cut, unusable symbols, tags and pictures left out, unknown channels dropped (none left: "global"),
 * a missing headline is taken from the summary or the address, a missing body from the summary.
 */
final class FeedItemProtos {
    private static final String CHANNEL_OF_LAST_RESORT = "global";
    private static final Pattern LANG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,11}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9.^=-]{0,19}");
    private static final int MAX_COVER = 500;

    private static final long FIRST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final FeedItemReceived item;
    private final ChannelTree channels;
    private final Bodies bodies;

    FeedItemProtos(FeedItemReceived item, ChannelTree channels, Bodies bodies) {
        this.item = item;
        this.channels = channels;
        this.bodies = bodies;
    }

    Teaser teaser() {
        return new Teaser(
                title(),
                cut(item.getSummary(), 2000),
                matching(LANG, item.getLang(), "und"),
                channelIds(),
                List.of(),
                some(item.getBylinesList(), 10, name -> !name.isBlank(), 200),
                some(item.getSymbolsList(), 20, SYMBOL.asMatchPredicate(), 20),
                some(item.getTagsList(), 20, tag -> !tag.isBlank() && length(tag) <= 40, 40),
                address(item.getCoverUrl(), Set.of("https"), MAX_COVER),
                cut(item.getSourceName(), 200),
                address(item.getUrl(), Set.of("https", "http"), Integer.MAX_VALUE),
                false);
    }

    BodyHtml body() {
        var body = bodies.of(clean(item.getBodyHtml()));
        return body.isBlank() || body.isTooLarge() ? bodies.ofText(clean(item.getSummary())) : body;
    }

    /** What the source says; a time outside the calendar counts as one to come. */
    Instant publishTime() {
        var seconds = item.getPublishTime().getSeconds();
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            return Instant.ofEpochSecond(LAST_SECOND);
        }
        return Timestamps.instant(item.getPublishTime()).truncatedTo(ChronoUnit.MICROS);
    }

    private String title() {
        for (var text : List.of(item.getTitle(), item.getSummary(), item.getUrl(), item.getUri())) {
            if (!text.isBlank()) {
                return cut(text, 300);
            }
        }
        return "-";
    }

    private List<String> channelIds() {
        var known = item.getChannelIdsList().stream()
                .filter(channels::contains)
                .distinct()
                .limit(10)
                .toList();
        return known.isEmpty() ? List.of(CHANNEL_OF_LAST_RESORT) : known;
    }

    private static List<String> some(List<String> texts, int max, Predicate<String> wanted, int length) {
        return texts.stream()
                .map(FeedItemProtos::clean)
                .filter(wanted)
                .map(text -> cut(text, length))
                .distinct()
                .limit(max)
                .toList();
    }

    private static String matching(Pattern pattern, String text, String otherwise) {
        var clean = clean(text);
        return pattern.matcher(clean).matches() ? clean : otherwise;
    }

    private static String address(String text, Set<String> schemes, int max) {
        var clean = clean(text);
        return clean.length() <= max && PublicUrl.is(clean, schemes) ? clean : "";
    }

    private static String cut(String text, int max) {
        var clean = clean(text);
        return length(clean) <= max ? clean : clean.substring(0, clean.offsetByCodePoints(0, max - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Without the one character that the database does not take. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
