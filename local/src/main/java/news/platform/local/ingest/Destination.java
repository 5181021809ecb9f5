package news.platform.local.ingest;

/** What the lines of a file become. */
enum Destination {
    ARTICLES("local-import", "articles", "content"),
    LIVES("local-lives", "lives", "livenews");

    private final String partner;
    private final String plural;
    private final String service;

    Destination(String partner, String plural, String service) {
        this.partner = partner;
        this.plural = plural;
        this.service = service;
    }

    /** Who pushes them. */
    String partner() {
        return partner;
    }

    /** Where readers find them. */
    String path() {
        return "/api/v1/" + plural;
    }

    String plural() {
        return plural;
    }

    /** Who makes them. */
    String service() {
        return service;
    }
}
