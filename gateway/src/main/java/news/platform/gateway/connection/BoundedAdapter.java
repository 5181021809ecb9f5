package news.platform.gateway.connection;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/** The way from the server into the servlets and back; what must be done with a body is done when it comes back. */
final class BoundedAdapter implements Adapter {

    private final Adapter inner;
    private final Runnable ended;

    BoundedAdapter(Adapter inner, Runnable ended) {
        this.inner = inner;
        this.ended = ended;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        try {
            inner.service(request, response);
        } finally {
            ended.run();
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return inner.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return inner.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        inner.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        inner.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return inner.getDomain();
    }
}
