package news.platform.thirdparty.ninjs;

import static news.platform.thirdparty.parse.BoundedJson.field;
import static news.platform.thirdparty.parse.BoundedJson.list;
import static news.platform.thirdparty.parse.BoundedJson.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.thirdparty.clean.IncomingItem;
import news.platform.thirdparty.clean.ItemCleaner;
import news.platform.thirdparty.clean.RawItem;
import news.platform.thirdparty.clean.RawText;
import news.platform.thirdparty.item.NamedVersion;
import news.platform.thirdparty.item.SourceVersion;
import news.platform.thirdparty.ninjs.NinjsItem.Readable;
import news.platform.thirdparty.ninjs.NinjsItem.Refused;
import news.platform.thirdparty.ninjs.NinjsItem.Why;
import news.platform.thirdparty.parse.FeedDates;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads ninjs 2.x and 3.x, which differ in little but capitals, and what 1.x names otherwise. Fields that nothing here is
 * made of are not looked at.
 */
@Component
final class NinjsReader {
    private static final int MAX_URI_BYTES = 1000;
    private static final Pattern VERSION = Pattern.compile("[\\x20-\\x7e]{1,100}");
    private static final List<String> TIMES = List.of("firstcreated", "contentcreated", "versioncreated");
    private static final Set<String> TAKEN_BACK = Set.of("canceled", "cancelled", "withheld");

    private final ItemCleaner cleaner;

    NinjsReader(ItemCleaner cleaner) {
        this.cleaner = cleaner;
    }

    NinjsItem read(JsonNode object, Sender sender) {
        if (!object.isObject()) {
            return invalid("", new SourceVersion("1"), "", "not an object");
        }
        String uri = text(object, "uri");
        SourceVersion version = version(object);
        if (!isUri(uri)) {
            return invalid(
                    "", version, "uri", "must have 1 to " + MAX_URI_BYTES + " bytes, without control characters");
        }
        if (!VERSION.matcher(version.text()).matches()) {
            return invalid(uri, new SourceVersion("1"), "version", "must be 1 to 100 visible ASCII characters");
        }
        boolean withdrawn = TAKEN_BACK.contains(text(object, "pubstatus"));
        RawText title = NinjsTexts.title(object);
        if (title.isBlank() && !withdrawn) {
            return invalid(uri, version, "headlines", "must hold a headline");
        }
        var badTime = badTime(object);
        if (badTime.isPresent() && !withdrawn) {
            return invalid(uri, version, badTime.get(), "must be a time as RFC 3339 writes it, on a day that exists");
        }
        return cleaner.clean(raw(object, uri, title.isBlank() ? new RawText.Plain(uri) : title))
                .map(item -> item.from(source(object, sender), channels(object, sender), NinjsSubjects.symbols(object)))
                .map(item -> withdrawn ? item.asWithdrawn() : item)
                .map(item -> permitted(item, version, sender))
                .orElseGet(() -> invalid(uri, version, "headlines", "must hold a headline"));
    }

    private static NinjsItem permitted(IncomingItem item, SourceVersion version, Sender sender) {
        return sender.registered()
                .excess(item)
                .<NinjsItem>map(excess -> new Refused(
                        item.uri(),
                        version,
                        Why.NOT_ALLOWED,
                        excess.field(),
                        excess.field() + ": you are not registered for " + excess.value()))
                .orElseGet(() -> new Readable(new NamedVersion(item, version)));
    }

    private static NinjsItem invalid(String uri, SourceVersion version, String field, String what) {
        return new Refused(uri, version, Why.INVALID_ITEM, field, field.isEmpty() ? what : field + ": " + what);
    }

    private static RawItem raw(JsonNode object, String uri, RawText title) {
        return new RawItem(
                uri,
                address(object),
                null,
                title,
                NinjsTexts.summary(object),
                NinjsTexts.body(object),
                text(object, "language"),
                publishTime(object).orElse(null),
                Stream.of(text(object, "by", "byline"))
                        .filter(by -> !by.isBlank())
                        .toList(),
                NinjsSubjects.tags(object),
                NinjsPictures.of(object));
    }

    private static SourceVersion version(JsonNode object) {
        String version = text(object, "version").strip();
        return new SourceVersion(version.isEmpty() ? "1" : version);
    }

    /** What other services can store and answer as it was sent: else two items would have one uri. */
    private static boolean isUri(String uri) {
        return !uri.isBlank()
                && uri.getBytes(StandardCharsets.UTF_8).length <= MAX_URI_BYTES
                && uri.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** Feeds are read as they are; a partner can be told. */
    private static Optional<String> badTime(JsonNode object) {
        return TIMES.stream()
                .filter(name -> !text(object, name).isBlank()
                        && FeedDates.parse(text(object, name)).isEmpty())
                .findFirst();
    }

    private static Optional<Instant> publishTime(JsonNode object) {
        return TIMES.stream()
                .flatMap(name -> FeedDates.parse(text(object, name)).stream())
                .findFirst();
    }

    private static String address(JsonNode object) {
        return list(object, "altids").stream()
                .filter(id -> text(id, "role").equals("url"))
                .map(id -> text(id, "value"))
                .findFirst()
                .orElseGet(() -> text(field(object, "altids"), "url"));
    }

    private static String source(JsonNode object, Sender sender) {
        return Stream.concat(
                        list(object, "infosources", "infosource").stream().map(source -> text(source, "name")),
                        Stream.of(sender.name(), text(object, "copyrightholder")))
                .map(name -> new RawText.Plain(name).readable())
                .filter(name -> !name.isEmpty())
                .map(name -> name.length() <= 100 ? name : name.substring(0, 100))
                .findFirst()
                .orElse("");
    }

    private static List<String> channels(JsonNode object, Sender sender) {
        List<String> named = NinjsSubjects.channels(object);
        return named.isEmpty() ? sender.channelIds() : named;
    }
}
