package news.platform.thirdparty.delivery;

import java.time.Duration;

/** What became of a message. */
public sealed interface Outcome {
    /** As metrics call it. */
    String word();

    /** Whoever carries it has it. */
    record Accepted() implements Outcome {
        @Override
        public String word() {
            return "accepted";
        }
    }

    /** Nobody is at that address any more. */
    record Dead() implements Outcome {
        @Override
        public String word() {
            return "dead";
        }
    }

    /** It was not sent; later it may be. */
    record Retry(Duration after) implements Outcome {
        @Override
        public String word() {
            return "retry";
        }
    }

    /** It was not sent, nor will anything be before then: the provider wants to be left alone. */
    record Busy(Duration after) implements Outcome {
        @Override
        public String word() {
            return "retry";
        }
    }

    /** It will not be sent. */
    record Refused(String why) implements Outcome {
        @Override
        public String word() {
            return "refused";
        }
    }

    /** Its time had passed. */
    record Expired() implements Outcome {
        @Override
        public String word() {
            return "expired";
        }
    }
}
