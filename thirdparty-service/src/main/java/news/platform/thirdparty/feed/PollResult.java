package news.platform.thirdparty.feed;

import java.time.Duration;
import java.util.List;
import news.platform.thirdparty.feed.FeedSource.Validators;
import news.platform.thirdparty.item.IncomingItem;
import news.platform.thirdparty.parse.FeedFormat;
import org.jspecify.annotations.Nullable;

/** What a poll brought. */
sealed interface PollResult {

    /** What the health of the source says about it. */
    String outcome();

    /** For a person to read; empty where there is nothing to say. */
    String note();

    record Items(FeedFormat format, String title, List<IncomingItem> items, Validators validators, String note)
            implements PollResult {
        @Override
        public String outcome() {
            return "OK";
        }
    }

    record NotModified() implements PollResult {
        @Override
        public String outcome() {
            return "NOT_MODIFIED";
        }

        @Override
        public String note() {
            return "";
        }
    }

    /** @param retryAfter how long the host asked to be left alone */
    record Failed(String outcome, String note, @Nullable Duration retryAfter) implements PollResult {}
}
