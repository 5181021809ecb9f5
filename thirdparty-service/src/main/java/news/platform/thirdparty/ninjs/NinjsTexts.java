package news.platform.thirdparty.ninjs;

import static news.platform.thirdparty.parse.BoundedJson.list;
import static news.platform.thirdparty.parse.BoundedJson.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import news.platform.thirdparty.clean.RawText;
import tools.jackson.databind.JsonNode;

/** Headline, description and body, of which an item may have several renderings each. */
final class NinjsTexts {
    private NinjsTexts() {}

    static RawText title(JsonNode object) {
        List<RawText> headlines = list(object, "headlines").stream()
                .sorted(Comparator.comparing(headline -> !text(headline, "role").equals("main")))
                .map(NinjsTexts::rendering)
                .toList();
        return first(headlines, plain(object, "headline", "title"));
    }

    static RawText summary(JsonNode object) {
        List<RawText> descriptions =
                list(object, "descriptions").stream().map(NinjsTexts::rendering).toList();
        return first(descriptions, plain(object, "description_text"));
    }

    /** Markup rather than plain text where there are both. */
    static RawText body(JsonNode object) {
        List<RawText> bodies = Stream.concat(
                        list(object, "bodies").stream().map(NinjsTexts::rendering),
                        Stream.of(
                                new RawText.Html(text(object, "body_xhtml", "body_html")), plain(object, "body_text")))
                .sorted(Comparator.comparing(RawText.Plain.class::isInstance))
                .toList();
        return first(bodies, RawText.NONE);
    }

    private static RawText rendering(JsonNode rendering) {
        String value = text(rendering, "value");
        String type = (text(rendering, "contenttype") + " " + text(rendering, "role")).toLowerCase(Locale.ROOT);
        boolean markup = type.contains("html")
                || (!type.contains("text/plain") && value.stripLeading().startsWith("<"));
        return markup ? new RawText.Html(value) : new RawText.Plain(value);
    }

    private static RawText plain(JsonNode object, String... names) {
        return new RawText.Plain(text(object, names));
    }

    private static RawText first(List<RawText> texts, RawText otherwise) {
        return texts.stream().filter(text -> !text.isBlank()).findFirst().orElse(otherwise);
    }
}
