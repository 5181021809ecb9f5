package news.platform.gateway.testing;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;
import news.platform.error.FieldViolation;
import news.platform.error.Kind;
import news.platform.error.Reason;
import news.platform.testing.v1.CountInboxRequest;
import news.platform.testing.v1.CountInboxResponse;
import news.platform.testing.v1.CountRequest;
import news.platform.testing.v1.CountResponse;
import news.platform.testing.v1.EchoBodyRequest;
import news.platform.testing.v1.EchoBodyResponse;
import news.platform.testing.v1.EchoDeleteRequest;
import news.platform.testing.v1.EchoDeleteResponse;
import news.platform.testing.v1.EchoKeyRequest;
import news.platform.testing.v1.EchoKeyResponse;
import news.platform.testing.v1.EchoQueryRequest;
import news.platform.testing.v1.EchoQueryResponse;
import news.platform.testing.v1.EchoRawRequest;
import news.platform.testing.v1.EchoRawResponse;
import news.platform.testing.v1.EchoServiceGrpc.EchoServiceImplBase;
import news.platform.testing.v1.EchoSignedRequest;
import news.platform.testing.v1.EchoSignedResponse;
import news.platform.testing.v1.FailRequest;
import news.platform.testing.v1.FailResponse;
import news.platform.testing.v1.FailSoftlyRequest;
import news.platform.testing.v1.FailSoftlyResponse;
import news.platform.testing.v1.GetFileRequest;
import news.platform.testing.v1.GetFileResponse;
import news.platform.testing.v1.LongPollRequest;
import news.platform.testing.v1.LongPollResponse;
import news.platform.testing.v1.WatchInboxRequest;
import news.platform.testing.v1.WatchInboxResponse;
import news.platform.testing.v1.WatchPricesRequest;
import news.platform.testing.v1.WatchPricesResponse;

/** Answers what it is sent, fails as it is told. */
public final class EchoTwin extends EchoServiceImplBase {

    private static final Metadata.Key<String> KEY =
            Metadata.Key.of("idempotency-key", Metadata.ASCII_STRING_MARSHALLER);

    private final AtomicInteger files = new AtomicInteger();

    /** What is streamed in mode log. */
    public final LogTwin log = new LogTwin();

    /** What is streamed in mode mine. */
    public final CallsTwin<WatchInboxResponse> inboxes = new CallsTwin<>();

    /** How many letters everybody has. */
    public final AtomicInteger letters = new AtomicInteger();

    /** What is streamed in mode latest. */
    public final CallsTwin<WatchPricesResponse> prices = new CallsTwin<>();

    /** What a new call for prices is told first. */
    public final AtomicReference<WatchPricesResponse> snapshot =
            new AtomicReference<>(WatchPricesResponse.getDefaultInstance());

    private record Told(String name, Kind kind) implements Reason {}

    @Override
    public void echoQuery(EchoQueryRequest request, StreamObserver<EchoQueryResponse> answer) {
        answer.onNext(EchoQueryResponse.newBuilder()
                .setEverything(request.getEverything())
                .build());
        answer.onCompleted();
    }

    @Override
    public void echoBody(EchoBodyRequest request, StreamObserver<EchoBodyResponse> answer) {
        answer.onNext(EchoBodyResponse.newBuilder()
                .setEverything(request.getEverything())
                .build());
        answer.onCompleted();
    }

    @Override
    public void echoDelete(EchoDeleteRequest request, StreamObserver<EchoDeleteResponse> answer) {
        answer.onNext(
                EchoDeleteResponse.newBuilder().setSecret(request.getSecret()).build());
        answer.onCompleted();
    }

    @Override
    public void echoKey(EchoKeyRequest request, StreamObserver<EchoKeyResponse> answer) {
        var headers = Twins.HEADERS.get(Context.current());
        answer.onNext(EchoKeyResponse.newBuilder()
                .setKey(String.valueOf(headers.get(KEY)))
                .build());
        answer.onCompleted();
    }

    @Override
    public void echoRaw(EchoRawRequest request, StreamObserver<EchoRawResponse> answer) {
        answer.onNext(EchoRawResponse.newBuilder().setRaw(request.getRaw()).build());
        answer.onCompleted();
    }

    /** Says "accepted" by a status and a place of its own, and refuses by one where the serial says which. */
    @Override
    public void echoSigned(EchoSignedRequest request, StreamObserver<EchoSignedResponse> answer) {
        var headers = Twins.HEADERS.get(Context.current());
        var said = Twins.ANSWER.get();
        var serial = headers.get(Metadata.Key.of("channel-serial", Metadata.ASCII_STRING_MARSHALLER));
        var status = serial != null && serial.length() == 3 ? serial : "202";
        Map.of("x-http-status", status, "location", "/test/files/1.xml", "set-cookie", "a=b")
                .forEach((name, value) -> said.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
        var told = Stream.of("channel-serial", "channel-signature", "channel-other", "x-partner-id")
                .map(name -> name + "=" + headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)))
                .collect(Collectors.joining(" ", "", " "));
        answer.onNext(EchoSignedResponse.newBuilder()
                .setRaw(HttpBody.newBuilder()
                        .setContentType("text/plain; charset=utf-8")
                        .setData(ByteString.copyFromUtf8(told + request.getRaw().getContentType() + " ")
                                .concat(request.getRaw().getData())))
                .build());
        answer.onCompleted();
    }

    @Override
    public void getFile(GetFileRequest request, StreamObserver<GetFileResponse> answer) {
        Twins.ANSWER
                .get()
                .put(
                        Metadata.Key.of("last-modified", Metadata.ASCII_STRING_MARSHALLER),
                        "Fri, 27 Nov 2026 02:05:09 GMT");
        answer.onNext(GetFileResponse.newBuilder()
                .setFile(HttpBody.newBuilder()
                        .setContentType("application/rss+xml; charset=utf-8")
                        .setData(ByteString.copyFromUtf8(
                                "<file calls=\"" + files.incrementAndGet() + "\">" + request.getName() + "</file>")))
                .build());
        answer.onCompleted();
    }

    @Override
    public void fail(FailRequest request, StreamObserver<FailResponse> answer) {
        fail(request.getHow(), answer);
    }

    @Override
    public void failSoftly(FailSoftlyRequest request, StreamObserver<FailSoftlyResponse> answer) {
        fail(request.getHow(), answer);
    }

    private static void fail(String how, StreamObserver<?> answer) {
        if (how.equals("never")) {
            return;
        }
        if (how.startsWith("code:")) {
            answer.onError(Status.fromCode(Status.Code.valueOf(how.substring(5)))
                    .withDescription("secret of the inside")
                    .asRuntimeException());
            return;
        }
        var kind = Kind.valueOf(how);
        var failure = kind == Kind.INVALID
                ? DomainException.field(new Told("TOLD_INVALID", kind), "theField", "is wrong")
                : new DomainException(new Told("TOLD_" + how, kind), "As told.");
        answer.onError(ErrorStatuses.toStatus(
                kind == Kind.TOO_MANY ? failure.retryAfter(java.time.Duration.ofSeconds(7)) : failure,
                "testing-service"));
    }

    /** A violation as the twin reports it. */
    public static FieldViolation violation() {
        return new FieldViolation("theField", "is wrong");
    }

    @Override
    public void watchInbox(WatchInboxRequest request, StreamObserver<WatchInboxResponse> answer) {
        inboxes.open(answer, WatchInboxResponse.getDefaultInstance());
    }

    @Override
    public void countInbox(CountInboxRequest request, StreamObserver<CountInboxResponse> answer) {
        answer.onNext(CountInboxResponse.newBuilder().setLetters(letters.get()).build());
        answer.onCompleted();
    }

    @Override
    public void watchPrices(WatchPricesRequest request, StreamObserver<WatchPricesResponse> answer) {
        prices.open(answer, snapshot.get());
    }

    @Override
    public void longPoll(LongPollRequest request, StreamObserver<LongPollResponse> answer) {
        long left = Context.current().getDeadline().timeRemaining(TimeUnit.MILLISECONDS);
        answer.onNext(LongPollResponse.newBuilder().setMillisLeft(left).build());
        answer.onCompleted();
    }

    @Override
    public void count(CountRequest request, StreamObserver<CountResponse> answer) {
        log.follow(request, (ServerCallStreamObserver<CountResponse>) answer);
    }
}
