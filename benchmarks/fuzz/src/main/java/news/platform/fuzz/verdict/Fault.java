package news.platform.fuzz.verdict;

/**
 * What is wrong with an answer.
 *
 * @param kind the same for all that are alike
 */
public record Fault(String kind) {}
