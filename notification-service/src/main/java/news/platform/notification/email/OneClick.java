package news.platform.notification.email;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a mail program has to say that ends e-mails for who clicked once (RFC 8058). */
final class OneClick {
    private static final String PAIR = "List-Unsubscribe=One-Click";

    /** The only part, or one of several: a name, perhaps further headers, an empty line, the value up to the next boundary. */
    private static final Pattern PART = Pattern.compile(
            "(?i:content-disposition: *form-data; *name)=\"?List-Unsubscribe\"? *\r?\n(?:[^\r\n]+\r?\n){0,8}\r?\nOne-Click\r?\n--");

    private OneClick() {}

    static boolean isSaidBy(String contentType, String form) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")
                ? PART.matcher(form).find()
                : Arrays.asList(form.strip().split("&")).contains(PAIR);
    }
}
