package news.platform.user.v1;

/** As protoc makes it of a service that the table has content call. */
public final class UserServiceGrpc {
    private UserServiceGrpc() {}

    /** By which it is called. */
    public static final class UserServiceBlockingStub {
        public String getName() {
            return "";
        }
    }
}
