package news.platform.search.opensearch;

/** OpenSearch refused. */
final class OpenSearchException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 500;

    OpenSearchException(String what, int status, String body) {
        super("OpenSearch: " + what.split("\\?", 2)[0] + ": " + status + " "
                + body.substring(0, Math.min(SHOWN, body.length())));
    }
}
