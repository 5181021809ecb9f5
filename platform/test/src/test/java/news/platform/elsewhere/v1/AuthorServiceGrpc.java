package news.platform.elsewhere.v1;

/** As protoc makes it of another domain's service. */
public final class AuthorServiceGrpc {
    private AuthorServiceGrpc() {}

    /** By which it is called. */
    public static final class AuthorServiceBlockingStub {
        public AuthorMessage getAuthor() {
            return new AuthorMessage("");
        }
    }
}
