package news.platform.gateway.access;

import org.springframework.security.core.AuthenticationException;

/** A signature is missing or cannot be good; the message says which header is at fault, and may be shown. */
final class UnsignedException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final String problem;

    UnsignedException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
