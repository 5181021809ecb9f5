package news.platform.content.author;

import news.platform.user.v1.UserServiceGrpc.UserServiceBlockingStub;

/** Calls whom its row in the table names. */
record UserClient(UserServiceBlockingStub users) {
    String name() {
        return users.getName();
    }
}
