package news.platform.gateway.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request as it would look without one of its headers, to who asks for that header's first line. */
public final class WithoutHeader extends HttpServletRequestWrapper {

    private final RequestHeader header;

    public WithoutHeader(HttpServletRequest request, RequestHeader header) {
        super(request);
        this.header = header;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(header.headerName()) ? null : super.getHeader(name);
    }
}
