package news.platform.grpc.client;

import io.grpc.Metadata;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;

/**
 * Idempotency-Keys of calls to other services. A key is not passed on from the call that is being answered: each call has one
 * of its own, made of what it is a consequence of, so that it is the same whenever that is tried again.
 */
public final class IdempotencyKeys {
    private static final Metadata.Key<String> KEY =
            Metadata.Key.of("idempotency-key", Metadata.ASCII_STRING_MARSHALLER);

    private IdempotencyKeys() {}

    /**
     * The stub, all of whose calls have the key {@code cause/step}.
     *
     * @param cause in a request, the id that {@code Idempotency.once} gives; in an event handler, the event's id
     * @param step what this call does for it, e.g. {@code reserve}: two calls for one cause differ in it
     */
    public static <S extends AbstractStub<S>> S on(S stub, String cause, String step) {
        var headers = new Metadata();
        headers.put(KEY, cause + "/" + step);
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }
}
