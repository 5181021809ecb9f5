package news.platform.search.suggest;

/**
 * Something that may be meant.
 *
 * @param text what is offered
 * @param type {@code articles}, {@code lives}, {@code symbols}, or {@code queries} for what many ask
 * @param id of that type; of a query its text
 */
record Suggestion(String text, String type, String id) {
    static final String SYMBOLS = "symbols";
    static final String QUERIES = "queries";
}
