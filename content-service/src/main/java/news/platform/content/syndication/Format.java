package news.platform.content.syndication;

/** In which formats a channel goes out: where it is found, and what it is. */
enum Format {
    RSS("/rss/", ".xml", "application/rss+xml"),
    ATOM("/atom/", ".xml", "application/atom+xml"),
    JSON_FEED("/jsonfeed/", ".json", "application/feed+json");

    private final String before;
    private final String behind;
    private final String mediaType;

    Format(String before, String behind, String mediaType) {
        this.before = before;
        this.behind = behind;
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** As an answer says it: of XML with its encoding, for readers who believe that first. */
    String contentType() {
        return this == JSON_FEED ? mediaType : mediaType + ";charset=utf-8";
    }

    /** Where the feed itself is. */
    String addressOf(Syndicated feed) {
        return feed.site().absolute(before + feed.channel().id() + behind);
    }

    byte[] write(Syndicated feed) {
        return switch (this) {
            case RSS -> RssDocument.of(feed);
            case ATOM -> AtomDocument.of(feed);
            case JSON_FEED -> JsonFeedDocument.of(feed);
        };
    }
}
