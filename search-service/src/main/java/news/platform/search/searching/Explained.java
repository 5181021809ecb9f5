package news.platform.search.searching;

/** A hit and what its score is made of. */
public record Explained(Hit hit, String explanation) {}
