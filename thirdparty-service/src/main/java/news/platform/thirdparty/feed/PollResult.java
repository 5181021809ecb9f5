package news.platform.thirdparty.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import news.platform.thirdparty.clean.IncomingItem;
import news.platform.thirdparty.feed.FeedSource.Validators;
import news.platform.thirdparty.parse.FeedFormat;
import org.jspecify.annotations.Nullable;

/** What a poll brought. */
sealed interface PollResult {
    /** What the health of the source says about it. */
    String outcome();

    /** For a person to read; empty where there is nothing to say. */
    String note();

    /**
     * A feed that was read.
     *
     * @param lenient whether it was not well-formed
     * @param movedTo where it is from now on; null where it was asked
     */
    record Items(
            FeedFormat format,
            String title,
            List<IncomingItem> items,
            Validators validators,
            boolean lenient,
            @Nullable URI movedTo,
            String note)
            implements PollResult {
        @Override
        public String outcome() {
            return "OK";
        }
    }

    /** @param movedTo as above */
    record NotModified(@Nullable URI movedTo) implements PollResult {
        @Override
        public String outcome() {
            return "NOT_MODIFIED";
        }

        @Override
        public String note() {
            return "";
        }
    }

    /** Its host says that it is gone for good. */
    record Gone(String outcome, String note) implements PollResult {}

    /** @param retryAfter how long the host asked to be left alone */
    record Failed(String outcome, String note, @Nullable Duration retryAfter) implements PollResult {}
}
