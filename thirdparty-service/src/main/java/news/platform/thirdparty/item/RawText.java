package news.platform.thirdparty.item;

import org.jsoup.Jsoup;

/** A text as it came: markup that must not be trusted, or plain. */
public sealed interface RawText {

    RawText NONE = new Plain("");

    String value();

    /** What a reader would read, on one line. */
    default String readable() {
        String clean = Characters.clean(value());
        String text =
                switch (this) {
                    case Plain plain -> clean;
                    case Html html -> Jsoup.parseBodyFragment(clean).text();
                };
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    default boolean isBlank() {
        return value().isBlank();
    }

    record Plain(String value) implements RawText {}

    record Html(String value) implements RawText {}
}
