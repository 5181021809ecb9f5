package news.platform.grpc.server;

import com.google.protobuf.Message;
import io.grpc.Context;
import io.grpc.ServerCall;

/** Runs the method's callbacks under the call's context, checks messages first, and ends the call when one fails. */
final class ServedListener<Q, R> extends ServerCall.Listener<Q> {
    private final ServerCall.Listener<Q> method;
    private final ServedCall<Q, R> call;
    private final Context context;
    private final RequestRules rules;
    private boolean over;

    ServedListener(ServerCall.Listener<Q> method, ServedCall<Q, R> call, Context context, RequestRules rules) {
        this.method = method;
        this.call = call;
        this.context = context;
        this.rules = rules;
    }

    @Override
    public void onMessage(Q request) {
        run(() -> {
            if (request instanceof Message message) {
                rules.check(message);
            }
            method.onMessage(request);
        });
    }

    @Override
    public void onHalfClose() {
        run(method::onHalfClose);
    }

    @Override
    public void onReady() {
        run(method::onReady);
    }

    @Override
    public void onCancel() {
        cancelMethod();
    }

    /** Once: a method that still waits for messages is told that none comes. */
    private void cancelMethod() {
        if (!over) {
            over = true;
            context.run(method::onCancel);
        }
    }

    @Override
    public void onComplete() {
        context.run(method::onComplete);
    }

    private void run(Runnable callback) {
        if (call.closed()) {
            return;
        }
        Context previous = context.attach();
        try {
            callback.run();
        } catch (Throwable failure) {
            call.fail(failure);
            if (!call.getMethodDescriptor().getType().clientSendsOneMessage()) {
                cancelMethod();
            }
        } finally {
            context.detach(previous);
        }
    }
}
