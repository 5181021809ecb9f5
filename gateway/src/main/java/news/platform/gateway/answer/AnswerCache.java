package news.platform.gateway.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import news.platform.gateway.contract.Method;

/** Answers that many may share, kept in memory. Thread-safe. */
public interface AnswerCache {

    /** Whether the method's answers may be kept. */
    boolean covers(Method method);

    /**
     * Answers wholly, status, headers and body: from memory, from the one call that is under way for the same question, or
     * by asking. The question is a GET or HEAD of a covered method, allowed and valid, its rate paid.
     */
    void answer(Question question, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
