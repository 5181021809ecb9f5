package news.platform.livenews.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.html.PublicUrl;
import news.platform.livenews.channel.ChannelTree;
import news.platform.livenews.content.Content;
import news.platform.livenews.reading.Flash;
import news.platform.proto.Timestamps;
import news.platform.text.Lines;
import news.platform.thirdparty.v1.FeedItemReceived;

/**
 * A feed item in the shape that lives have. What an editor would be refused is mended here, because nobody could answer the
 * refusal: texts are cut, unusable symbols, tags and pictures left out, unknown channels dropped (none left: "global"). A
 * headline that only repeats how the text begins, as sources write them for flashes that have none, is left out.
 */
final class FeedItemProtos {
    private static final String CHANNEL_OF_LAST_RESORT = "global";
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9.^=-]{0,19}");
    private static final Pattern BRACKETED = Pattern.compile("【([^【】]+)】.*");
    private static final int MAX_HTML = 262_144;
    private static final int MAX_IMAGE = 500;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final FeedItemReceived item;
    private final ChannelTree channels;

    FeedItemProtos(FeedItemReceived item, ChannelTree channels) {
        this.item = item;
        this.channels = channels;
    }

    Flash flash() {
        return new Flash(
                content(),
                channelIds(),
                Flash.ORDINARY,
                some(item.getSymbolsList(), 20, SYMBOL.asMatchPredicate()),
                some(item.getTagsList(), 20, tag -> length(tag) <= 40),
                Stream.of(address(item.getCoverUrl(), Set.of("https"), MAX_IMAGE))
                        .filter(Predicate.not(String::isEmpty))
                        .toList(),
                "",
                Lines.cut(Lines.of(item.getSourceName()), 200),
                address(item.getUrl(), Set.of("https", "http"), Integer.MAX_VALUE));
    }

    /** What the source says; a time outside the calendar counts as one to come. */
    Instant publishTime() {
        var seconds = item.getPublishTime().getSeconds();
        return seconds < FIRST.getEpochSecond() || seconds > LAST.getEpochSecond()
                ? LAST
                : Timestamps.instant(item.getPublishTime()).truncatedTo(ChronoUnit.MICROS);
    }

    private Content content() {
        var title = title();
        var content = Content.of(title, clean(item.getBodyHtml()));
        if (content.html().isEmpty() || content.html().length() > MAX_HTML) {
            content = Content.ofText(title, clean(item.getSummary()));
        }
        return repeats(content) ? Content.of("", content.html()) : content;
    }

    /** The headline, without the flash that some sources write behind it. */
    private String title() {
        var line = Lines.of(item.getTitle());
        var bracketed = BRACKETED.matcher(line);
        return Lines.cut(bracketed.matches() ? Lines.of(bracketed.group(1)) : line, 300);
    }

    private static boolean repeats(Content content) {
        var title = content.title().endsWith("…")
                ? content.title().substring(0, content.title().length() - 1)
                : content.title();
        return !title.isEmpty() && Lines.of(content.text()).startsWith(title);
    }

    private List<String> channelIds() {
        var known = item.getChannelIdsList().stream()
                .filter(channels::contains)
                .distinct()
                .limit(10)
                .toList();
        return known.isEmpty() ? List.of(CHANNEL_OF_LAST_RESORT) : known;
    }

    private static List<String> some(List<String> texts, int max, Predicate<String> wanted) {
        return texts.stream()
                .map(Lines::of)
                .filter(Predicate.not(String::isEmpty))
                .filter(wanted)
                .distinct()
                .limit(max)
                .toList();
    }

    private static String address(String text, Set<String> schemes, int max) {
        return text.length() <= max && PublicUrl.is(text, schemes) ? text : "";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Without the one character that the database does not take. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
