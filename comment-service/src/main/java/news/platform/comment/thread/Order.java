package news.platform.comment.thread;

import java.time.Instant;

/** In which order conversations are listed. */
enum Order {
    HOT("hot_time"),
    NEW("create_time");

    private final String column;

    Order(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    Instant time(ListedComment root) {
        return switch (this) {
            case HOT -> root.hotTime();
            case NEW -> root.comment().createTime();
        };
    }
}
