package news.platform.livenews.feed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.calendar.v1.Release;
import news.platform.livenews.content.Content;
import news.platform.livenews.reading.Flash;
import news.platform.text.Lines;

/** A release in the shape that lives have. */
final class ReleaseProtos {
    private static final String CHANNEL = "global";
    private static final String SOURCE = "Economic calendar";
    private static final int MAX_TITLE = 300;

    private ReleaseProtos() {}

    static Flash flash(Release release) {
        var figure = release.getRevised().isEmpty() ? release.getActual() : release.getRevised();
        var title = release.getName() + ": " + (figure + " " + release.getUnit()).strip();
        return new Flash(
                Content.ofText(Lines.cut(Lines.of(title), MAX_TITLE), text(release)),
                List.of(CHANNEL),
                release.getImportance(),
                List.of(),
                List.of(release.getCountry()),
                List.of(),
                "",
                SOURCE,
                "");
    }

    private static String text(Release release) {
        var unit = release.getUnit();
        return Stream.of(
                        release.getPeriod(),
                        part("actual", release.getActual(), unit),
                        part("revised to", release.getRevised(), unit),
                        part("expected", release.getForecast(), unit),
                        part("before", release.getPrevious(), unit),
                        part("surprise", release.getSurprise(), unit))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", "", "."));
    }

    private static String part(String name, String figure, String unit) {
        return figure.isEmpty() ? "" : (name + " " + figure + " " + unit).strip();
    }
}
