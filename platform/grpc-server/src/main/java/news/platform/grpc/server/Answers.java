package news.platform.grpc.server;

import io.grpc.stub.StreamObserver;

/** The one message that a unary call is answered with. */
public final class Answers {
    private Answers() {}

    /** Answers with this message and ends the call. */
    public static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
