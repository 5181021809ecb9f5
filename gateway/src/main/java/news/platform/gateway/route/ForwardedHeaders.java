package news.platform.gateway.route;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/** Of the headers of a proxied request only those go on that are printable ASCII: the next server may read others otherwise. */
final class ForwardedHeaders implements RequestHttpHeadersFilter, Ordered {

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
        var passed = new HttpHeaders();
        received.forEach((name, values) -> {
            if (values.stream().allMatch(ForwardedHeaders::isPrintable)) {
                passed.put(name, values);
            }
        });
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
