package news.platform.search.snippet;

/** What is shown of an item: HTML in which only {@code <em>} is markup, whatever the texts say. */
public record Snippet(String title, String text) {}
