package news.platform.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.error.v1.PlatformReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorStatusesTest {
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLATFORM_REASON_UNSPECIFIED", "UNRECOGNIZED"})
    void carriesEachReasonWithItsKindThereAndBack(PlatformReason stated) {
        Reason reason = Reason.of(stated);
        StatusRuntimeException status = ErrorStatuses.toStatus(new DomainException(stated, "No."), "probe-service");

        ErrorDetails details = ErrorStatuses.read(status);

        assertThat(status.getStatus().getCode()).isEqualTo(reason.kind().code());
        assertThat(details)
                .isEqualTo(new ErrorDetails(
                        reason.kind().code(),
                        reason.name(),
                        Optional.of(reason.kind()),
                        "No.",
                        List.of(),
                        Optional.empty(),
                        Map.of()));
        assertThat(details.httpStatus()).isEqualTo(reason.kind().httpStatus());
    }

    @Test
    void refusesAValueWithoutAKind() {
        assertThatThrownBy(() -> new DomainException(PlatformReason.PLATFORM_REASON_UNSPECIFIED, "No."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no reason");
    }

    @Test
    void knowsEveryKindOfTheContract() {
        List<String> stated = Stream.of(news.platform.error.v1.Kind.values())
                .map(Enum::name)
                .filter(name -> !Set.of("KIND_UNSPECIFIED", "UNRECOGNIZED").contains(name))
                .toList();

        assertThat(stated)
                .containsExactlyElementsOf(Stream.of(Kind.values())
                        .map(kind -> "KIND_" + kind.name())
                        .toList());
        assertThat(stated).allSatisfy(name -> assertThat("KIND_"
                        + Kind.of(news.platform.error.v1.Kind.valueOf(name)).name())
                .isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID, 400",
        "UNAUTHENTICATED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "ALREADY_EXISTS, 409",
        "CONFLICT, 409",
        "IN_PROGRESS, 409",
        "GONE, 410",
        "STALE, 412",
        "UNPROCESSABLE, 422",
        "TOO_MANY, 429",
        "INTERNAL, 500",
        "UNAVAILABLE, 503"
    })
    void answersEachKindWithItsHttpStatus(Kind kind, int httpStatus) {
        DomainException refusal = new DomainException(new ProbeReason("PROBE", kind), "No.");

        ErrorDetails details = ErrorStatuses.read(ErrorStatuses.toStatus(refusal, "probe-service"));

        assertThat(details.httpStatus()).isEqualTo(httpStatus);
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, 499",
        "UNKNOWN, 500",
        "INVALID_ARGUMENT, 400",
        "DEADLINE_EXCEEDED, 503",
        "NOT_FOUND, 404",
        "ALREADY_EXISTS, 409",
        "PERMISSION_DENIED, 403",
        "RESOURCE_EXHAUSTED, 429",
        "FAILED_PRECONDITION, 400",
        "ABORTED, 409",
        "OUT_OF_RANGE, 400",
        "UNIMPLEMENTED, 501",
        "INTERNAL, 500",
        "UNAVAILABLE, 503",
        "DATA_LOSS, 500",
        "UNAUTHENTICATED, 401"
    })
    void answersACodeWithoutDetailsByTheTableOfCodesAndHidesItsText(Status.Code code, int httpStatus) {
        StatusRuntimeException bare =
                code.toStatus().withDescription("io exception: /10.0.0.7:9102").asRuntimeException();

        ErrorDetails details = ErrorStatuses.read(bare);

        assertThat(details.httpStatus()).isEqualTo(httpStatus);
        assertThat(details.reason()).isEqualTo(code.name());
        assertThat(details.kind()).isEmpty();
        assertThat(details.message()).isNotBlank().doesNotContain("10.0.0.7");
    }

    @Test
    void carriesFieldsFactsAndWhenToRetry() {
        DomainException refusal = DomainException.fields(
                        PlatformReason.INVALID_FIELD,
                        "Two fields are wrong.",
                        List.of(new FieldViolation("pageSize", "negative"), new FieldViolation("a[1].bC", "empty")))
                .retryAfter(Duration.ofMillis(1500));

        ErrorDetails details = ErrorStatuses.read(ErrorStatuses.toStatus(refusal, "probe-service"));

        assertThat(details.violations()).isEqualTo(refusal.violations());
        assertThat(details.retryAfter()).contains(Duration.ofMillis(1500));
    }

    @Test
    void carriesFactsWithoutTheKind() {
        DomainException refusal =
                new DomainException(PlatformReason.ETAG_MISMATCH, "Stale.", Map.of("currentEtag", "7"));

        ErrorDetails details = ErrorStatuses.read(ErrorStatuses.toStatus(refusal, "probe-service"));

        assertThat(details.metadata()).isEqualTo(Map.of("currentEtag", "7"));
    }

    @Test
    void namesTheServiceThatRefuses() throws Exception {
        StatusRuntimeException status =
                ErrorStatuses.toStatus(new DomainException(PlatformReason.INTERNAL, "No."), "probe-service");

        Any detail = statusOf(status).getDetails(0);

        assertThat(detail.unpack(ErrorInfo.class).getDomain()).isEqualTo("probe-service");
    }

    @Test
    void staysSmallEnoughForAHeaderHoweverMuchIsWrong() {
        String long4ByteText = "😀".repeat(10_000);
        List<FieldViolation> many = IntStream.range(0, 1000)
                .mapToObj(i -> new FieldViolation("field" + i, "x".repeat(5000)))
                .toList();

        StatusRuntimeException status = ErrorStatuses.toStatus(
                DomainException.fields(PlatformReason.INVALID_FIELD, long4ByteText, many), "probe-service");

        assertThat(statusOf(status).getSerializedSize()).isLessThan(4096);
        assertThat(ErrorStatuses.read(status).message()).endsWith("😀…");
        assertThat(ErrorStatuses.read(status).violations()).hasSize(10);
    }

    @Test
    void readsThroughWrappersAndCheckedStatuses() {
        StatusException checked = Status.NOT_FOUND.asException();
        Exception wrapped = new IllegalStateException(
                new ExecutionException(new DomainException(PlatformReason.ETAG_MISMATCH, "Stale.")));

        assertThat(ErrorStatuses.read(checked).code()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(ErrorStatuses.read(wrapped).kind()).contains(Kind.STALE);
    }

    @Test
    void readsAnythingElseAsInternalWithoutItsText() {
        ErrorDetails details = ErrorStatuses.read(new IllegalStateException("password=secret"));

        assertThat(details.code()).isEqualTo(Status.Code.INTERNAL);
        assertThat(details.message()).doesNotContain("secret");
    }

    @Test
    void leavesOutDetailsThatAreBrokenOrUnknown() {
        com.google.rpc.Status odd = com.google.rpc.Status.newBuilder()
                .setCode(Status.Code.ABORTED.value())
                .addDetails(Any.newBuilder()
                        .setTypeUrl("type.googleapis.com/google.rpc.ErrorInfo")
                        .setValue(ByteString.copyFromUtf8("\uffff")))
                .addDetails(Any.pack(com.google.rpc.Help.getDefaultInstance()))
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason("ODD")
                        .putMetadata("kind", "NO_SUCH_KIND")
                        .build()))
                .build();

        ErrorDetails details = ErrorStatuses.read(StatusProto.toStatusRuntimeException(odd));

        assertThat(details.reason()).isEqualTo("ODD");
        assertThat(details.kind()).isEmpty();
        assertThat(details.httpStatus()).isEqualTo(409);
    }

    @Test
    void readsAStatusWhoseTrailersAreNoStatus() {
        Metadata trailers = new Metadata();
        trailers.put(Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER), new byte[] {1, 2});

        ErrorDetails details = ErrorStatuses.read(Status.INTERNAL.asRuntimeException(trailers));

        assertThat(details.code()).isEqualTo(Status.Code.INTERNAL);
    }

    @Test
    void costsNoStackTrace() {
        assertThat(Stream.of(new DomainException(PlatformReason.INTERNAL, "No.").getStackTrace()))
                .isEmpty();
    }

    private static com.google.rpc.Status statusOf(StatusRuntimeException e) {
        return StatusProto.fromStatusAndTrailers(e.getStatus(), e.getTrailers());
    }

    private record ProbeReason(String name, Kind kind) implements Reason {}
}
