package news.platform.gateway.plain;

import java.util.Locale;
import news.platform.gateway.guard.ClientAddresses;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Of the headers of a proxied request only those go on that are printable ASCII: the next server may read others otherwise.
 * A token goes where it is looked at. What the gateway alone may say, the client's address, it says itself.
 */
final class ForwardedHeaders implements RequestHttpHeadersFilter, Ordered {

    private static final String OURS = "x-client-";
    private static final String CLIENT_ADDRESS = "X-Client-Address";

    private final ClientAddresses addresses;

    ForwardedHeaders(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
        boolean anonymous = request.attribute(Plain.ANONYMOUS).isPresent();
        var passed = new HttpHeaders();
        received.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (values.stream().allMatch(ForwardedHeaders::isPrintable)
                    && !lower.startsWith(OURS)
                    && !(anonymous && lower.equals("authorization"))) {
                passed.put(name, values);
            }
        });
        passed.set(CLIENT_ADDRESS, addresses.of(request.servletRequest()));
        return passed;
    }

    /** Before the filters that read some of them. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private static boolean isPrintable(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~' || c == '\t');
    }
}
