package news.platform.fuzz.wire;

/** What became of a request. */
public sealed interface Result permits Answer, Result.Closed, Result.Late, Result.Garbled {

    /** For a person, one byte a character. */
    String shown();

    /** The connection ended without an answer. */
    record Closed(String how) implements Result {
        @Override
        public String shown() {
            return "no answer: " + how;
        }
    }

    /** Nothing came in time. */
    record Late(long seconds) implements Result {
        @Override
        public String shown() {
            return "no answer within " + seconds + " s";
        }
    }

    /** What came is no answer of HTTP/1.1. */
    record Garbled(String why) implements Result {
        @Override
        public String shown() {
            return "not HTTP: " + why;
        }
    }
}
