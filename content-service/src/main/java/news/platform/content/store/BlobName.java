package news.platform.content.store;

import java.util.regex.Pattern;

/** What a name may look like, so that none leads out of its folder and all are good everywhere. */
final class BlobName {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]++(/[A-Za-z0-9-]++){0,7}");

    private static final int MAX_LENGTH = 200;

    private BlobName() {}

    static String checked(String name) {
        if (name.length() > MAX_LENGTH || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name: " + name + " (expected: " + NAME + ", " + MAX_LENGTH + " characters at most)");
        }
        return name;
    }
}
