package news.platform.benchmarks.search;

import java.util.List;
import java.util.Random;

/** Texts of articles that are made up of headlines, so that they have the words that are asked for. */
public final class MadeUpText {
    private static final int PARAGRAPHS = 40;

    private MadeUpText() {}

    /** As HTML; the same for the same seed. */
    public static String html(List<String> headlines, int seed) {
        var random = new Random(seed);
        var html = new StringBuilder();
        for (int at = 0; at < PARAGRAPHS; at++) {
            var headline = headlines.get(random.nextInt(headlines.size()));
            html.append("<p>")
                    .append(headline.replace("&", "&amp;").replace("<", "&lt;"))
                    .append(".</p>");
        }
        return html.toString();
    }
}
