package news.platform.elsewhere.author;

/** What another domain keeps to itself. */
public record Author(String name) {}
