package news.platform.gateway.access;

import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.Problem;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Says whether a token was missing or not good, or what a signature lacks. */
final class Unauthenticated {

    private Unauthenticated() {}

    static Problem problem(AuthenticationException e) {
        if (e instanceof OAuth2AuthenticationException) {
            return Failures.unauthenticated("The access token is not valid, or not any more.")
                    .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        return e instanceof UnsignedException unsigned ? Failures.unauthenticated(unsigned.problem()) : Failures.of(e);
    }
}
