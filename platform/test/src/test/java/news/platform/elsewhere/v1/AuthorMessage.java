package news.platform.elsewhere.v1;

/** Another domain's contract. */
public record AuthorMessage(String name) {}
