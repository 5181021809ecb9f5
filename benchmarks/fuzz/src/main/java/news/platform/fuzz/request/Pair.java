package news.platform.fuzz.request;

/** A header line or a parameter, one byte a character. */
public record Pair(String name, String value) {}
