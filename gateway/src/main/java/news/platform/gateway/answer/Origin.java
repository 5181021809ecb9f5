package news.platform.gateway.answer;

import com.google.protobuf.Message;

/** Where answers come from: the call behind the edge, with its deadline, bulkhead and breaker, and its rendering. Thread-safe. */
public interface Origin {

    /**
     * Asks once and waits, at most for the method's deadline. A failure of the callee is an answer, too: its status is 400
     * or above and its body a problem. Reads nothing from the thread but the trace that it belongs to.
     */
    Answer ask(Question question);

    /** The answer to the question with another message in it; nobody is asked. */
    Answer say(Question question, Answer answer, Message message);
}
