package news.platform.gateway.connection;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/** The way from the server into the servlets and back, with what must be done before and after it. */
final class BoundedAdapter implements Adapter {

    private final Adapter inner;
    private final Runnable begun;
    private final Runnable ended;

    BoundedAdapter(Adapter inner, Runnable begun, Runnable ended) {
        this.inner = inner;
        this.begun = begun;
        this.ended = ended;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        try {
            begun.run();
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
