package news.platform.gateway.stream.source;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.function.Consumer;
import news.platform.gateway.contract.Method;

/** One call of a streaming method. Who made it asks for each message; the end comes once. */
public final class Upstream extends ClientCall.Listener<Message> {

    private final ClientCall<Message, Message> call;
    private final Consumer<Message> taker;
    private final Consumer<Status> ender;

    public Upstream(Channel callee, Method method, Consumer<Message> taker, Consumer<Status> ender) {
        this.call = callee.newCall(method.grpc(), CallOptions.DEFAULT);
        this.taker = taker;
        this.ender = ender;
    }

    /** Asks for the first message as well. */
    public void open(Message request) {
        call.start(this, new Metadata());
        call.request(1);
        call.sendMessage(request);
        call.halfClose();
    }

    /** Asks for so many more. */
    public void more(int messages) {
        call.request(messages);
    }

    /** Ends it. */
    public void cancel() {
        call.cancel("it is not needed any more", null);
    }

    @Override
    public void onMessage(Message message) {
        taker.accept(message);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        ender.accept(status);
    }
}
