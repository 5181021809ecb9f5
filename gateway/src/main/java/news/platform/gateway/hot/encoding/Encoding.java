package news.platform.gateway.hot.encoding;

import org.jspecify.annotations.Nullable;

/** How the bytes of an answer are encoded. Each has an entity tag of its own. */
public enum Encoding {
    IDENTITY(null, ""),
    GZIP("gzip", "g"),
    BR("br", "b");

    private final @Nullable String token;
    private final String tagSuffix;

    Encoding(@Nullable String token, String tagSuffix) {
        this.token = token;
        this.tagSuffix = tagSuffix;
    }

    /** As Content-Encoding names it; null for none. */
    public @Nullable String token() {
        return token;
    }

    /** What is appended to the entity tag's hash. */
    String tagSuffix() {
        return tagSuffix;
    }

    /**
     * The best encoding that the header allows: br before gzip before none, whatever their weights, because the work is done
     * already; weight 0 forbids. A header that cannot be read allows none.
     */
    public static Encoding negotiate(@Nullable String acceptEncoding, boolean brotli) {
        if (acceptEncoding == null || acceptEncoding.isEmpty()) {
            return IDENTITY;
        }
        if (brotli && allows(acceptEncoding, "br")) {
            return BR;
        }
        return allows(acceptEncoding, "gzip") ? GZIP : IDENTITY;
    }

    private static boolean allows(String header, String coding) {
        int at = -1;
        while ((at = header.indexOf(coding, at + 1)) >= 0) {
            int end = at + coding.length();
            if ((at == 0 || isSeparator(header.charAt(at - 1)))
                    && (end == header.length() || !isToken(header.charAt(end)))) {
                return !forbidden(header, end);
            }
        }
        return false;
    }

    /** Whether ";q=0", ";q=0.0" … follows. */
    private static boolean forbidden(String header, int from) {
        int comma = header.indexOf(',', from);
        int end = comma < 0 ? header.length() : comma;
        int q = header.indexOf("q=", from);
        if (q < 0 || q >= end) {
            return false;
        }
        for (int i = q + 2; i < end; i++) {
            char c = header.charAt(i);
            if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ' ' || c == '\t';
    }

    private static boolean isToken(char c) {
        return c != ',' && c != ';' && c != ' ' && c != '\t';
    }
}
