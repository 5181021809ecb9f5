package news.platform.gateway.header;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Hands the server's own headers on to the filters, which otherwise see only the servlet interface. */
final class HeaderValve extends ValveBase {

    HeaderValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(
                NativeHeaders.ATTRIBUTE,
                new NativeHeaders(response.getCoyoteResponse().getMimeHeaders()));
        getNext().invoke(request, response);
    }
}
