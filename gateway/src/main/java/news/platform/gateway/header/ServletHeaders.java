package news.platform.gateway.header;

import jakarta.servlet.http.HttpServletResponse;

/** As any server takes them. */
final class ServletHeaders extends Headers {

    private final HttpServletResponse response;

    ServletHeaders(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public void add(String name, String value) {
        response.addHeader(name, value);
    }

    @Override
    public void add(HeaderLines lines) {
        lines.pairs().forEach(pair -> response.addHeader(pair.getKey(), pair.getValue()));
    }
}
