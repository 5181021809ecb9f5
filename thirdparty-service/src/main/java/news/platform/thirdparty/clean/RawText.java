package news.platform.thirdparty.clean;

import news.platform.text.Lines;
import org.jsoup.Jsoup;

/** A text as it came: markup that must not be trusted, or plain. */
public sealed interface RawText {
    RawText NONE = new Plain("");

    /** More than any title or summary needs; what is hostile is not parsed to its end. */
    int MAX_READ = 20_000;

    String value();

    /** What a reader would read of its start, on one line and without anything invisible in it. */
    default String readable() {
        String clean = Characters.clean(Characters.head(value(), MAX_READ));
        String text =
                switch (this) {
                    case Plain plain -> clean;
                    case Html html -> Jsoup.parseBodyFragment(clean).text();
                };
        return Lines.of(text);
    }

    default boolean isBlank() {
        return value().isBlank();
    }

    record Plain(String value) implements RawText {}

    record Html(String value) implements RawText {}
}
