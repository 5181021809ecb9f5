package news.platform.gateway.access;

import java.util.List;
import news.platform.security.Caller;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A verified caller, as Spring Security passes it around. Roles are read from the caller, not from authorities. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.userId();
    }
}
