package news.platform.thirdparty.parse;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.thirdparty.clean.RawItem;
import news.platform.thirdparty.clean.RawText;
import tools.jackson.databind.JsonNode;

/** What feedparser says about title, link, id and date of a feed and its entries, in terms of ours. */
final class Oracle {
    /** The port of feedparser's own test server, which its expectations name. */
    private static final String ITS_SERVER = "http://127.0.0.1:8097";

    private static final Pattern PATH =
            Pattern.compile("(feed|entries\\[(\\d+)])(?:\\['|\\.)([a-z_]+)(?:'])?(?:\\['value'])?");
    private static final Pattern SAME_LINK =
            Pattern.compile("entries\\[0]\\['link'] == entries\\[1]\\['link'] == '([^']+)'");

    private Oracle() {}

    /** One thing to compare. */
    record Check(int entry, String name, String expected) {
        String actual(Feed feed) {
            if (entry >= feed.items().size()) {
                return "no such entry";
            }
            RawItem item = entry < 0 ? null : feed.items().get(entry);
            return switch (name) {
                case "title" -> item == null ? feed.title() : item.title().readable();
                case "link" -> item == null ? feed.link() : item.url();
                case "id" -> item == null ? feed.id() : item.id();
                default -> String.valueOf(item == null ? feed.updated() : item.publishTime());
            };
        }
    }

    /** What must not depend on how a feed was read. */
    static String essence(Feed feed) {
        return feed.title()
                + feed.link()
                + feed.items().stream()
                        .map(item -> List.of(
                                item.id(),
                                item.url(),
                                item.title().readable(),
                                String.valueOf(item.publishTime()),
                                item.summary().readable(),
                                item.body().readable(),
                                item.coverUrl(),
                                item.bylines()))
                        .toList();
    }

    static List<Check> checks(JsonNode expectation, String ourServer) {
        if (expectation.get("file").stringValue().startsWith("illformed")) {
            return List.of();
        }
        List<Check> checks = new ArrayList<>();
        BoundedJson.list(expectation, "checks")
                .forEach(check -> check(check, ourServer).ifPresent(checks::add));
        Matcher sameLink = SAME_LINK.matcher(expectation.get("expect").stringValue());
        if (sameLink.find()) {
            Stream.of(0, 1).forEach(entry -> checks.add(new Check(entry, "link", sameLink.group(1))));
        }
        return checks;
    }

    private static Optional<Check> check(JsonNode check, String ourServer) {
        Matcher path = PATH.matcher(check.get(0).stringValue());
        if (!path.matches()) {
            return Optional.empty();
        }
        int entry = path.group(2) == null ? -1 : Integer.parseInt(path.group(2));
        JsonNode value = check.get(1);
        return switch (path.group(3)) {
            case "title", "title_detail" ->
                Optional.of(new Check(entry, "title", new RawText.Html(value.stringValue()).readable()));
            case "link" ->
                Optional.of(new Check(entry, "link", value.stringValue().replace(ITS_SERVER, ourServer)));
            case "id", "guid" -> Optional.of(new Check(entry, "id", value.stringValue()));
            case "published", "updated", "published_parsed", "updated_parsed" ->
                Optional.of(new Check(entry, "date", date(value).toString()));
            default -> Optional.empty();
        };
    }

    private static Instant date(JsonNode value) {
        if (value.isString()) {
            return FeedDates.parse(value.stringValue()).orElseThrow();
        }
        return LocalDateTime.of(
                        value.get(0).intValue(),
                        value.get(1).intValue(),
                        value.get(2).intValue(),
                        value.get(3).intValue(),
                        value.get(4).intValue(),
                        value.get(5).intValue())
                .toInstant(ZoneOffset.UTC);
    }
}
