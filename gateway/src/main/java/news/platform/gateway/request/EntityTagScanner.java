package news.platform.gateway.request;

/** Walks along a list of entity tags (RFC 9110, 8.8.3); refuses what is none. Not thread-safe. */
final class EntityTagScanner {

    private final RequestHeader header;
    private final String list;
    private int at;
    private int open;
    private int close;
    private boolean weak;

    EntityTagScanner(RequestHeader header, String list) {
        this.header = header;
        this.list = list;
    }

    /** Whether the header stands for whatever there is. */
    boolean isAny() {
        return list.strip().equals("*");
    }

    /** Goes to the next tag; false at the end. */
    boolean next() {
        while (at < list.length() && (isBlank(list.charAt(at)) || list.charAt(at) == ',')) {
            at++;
        }
        if (at == list.length()) {
            return false;
        }
        weak = list.startsWith("W/", at);
        open = weak ? at + 2 : at;
        close = end(open);
        at = close + 1;
        while (at < list.length() && isBlank(list.charAt(at))) {
            at++;
        }
        if (at < list.length() && list.charAt(at) != ',') {
            throw malformed();
        }
        return true;
    }

    boolean isWeak() {
        return weak;
    }

    /** @param tag with its quotes, strong */
    boolean is(String tag) {
        return close + 1 - open == tag.length() && list.startsWith(tag, open);
    }

    /** What stands between the quotes. */
    String opaque() {
        return list.substring(open + 1, close);
    }

    private int end(int from) {
        if (from >= list.length() || list.charAt(from) != '"') {
            throw malformed();
        }
        for (int i = from + 1; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c <= ' ' || c == 0x7F) {
                throw malformed();
            }
        }
        throw malformed();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private RuntimeException malformed() {
        return header.refuse("must be * or entity tags in quotes, separated by commas");
    }
}
