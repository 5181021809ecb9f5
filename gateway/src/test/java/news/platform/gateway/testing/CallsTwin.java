package news.platform.gateway.testing;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open calls of a streaming method, told what the test says. */
public final class CallsTwin<T> {

    private final Set<ServerCallStreamObserver<T>> calls = ConcurrentHashMap.newKeySet();
    private boolean away;

    synchronized void open(StreamObserver<T> answer, T first) {
        if (away) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        var call = (ServerCallStreamObserver<T>) answer;
        call.setOnCancelHandler(() -> calls.remove(call));
        call.onNext(first);
        calls.add(call);
    }

    public synchronized void tell(T message) {
        calls.forEach(call -> call.onNext(message));
    }

    /** Fails what is under way. */
    public synchronized void breakCalls() {
        for (var call : new ArrayList<>(calls)) {
            calls.remove(call);
            call.onError(Status.UNAVAILABLE.asRuntimeException());
        }
    }

    /** Fails what is under way, and what comes until it is back. */
    public synchronized void isAway(boolean now) {
        away = now;
        if (now) {
            breakCalls();
        }
    }

    public int open() {
        return calls.size();
    }
}
