package news.platform.grpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.platform.error.DomainException;
import news.platform.error.ErrorDetails;
import news.platform.error.ErrorStatuses;
import news.platform.error.Kind;
import news.platform.error.v1.PlatformReason;
import news.platform.probe.v1.ProbeRequest;
import news.platform.probe.v1.ProbeResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsIT extends ServerFixture {
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLATFORM_REASON_UNSPECIFIED", "UNRECOGNIZED"})
    void answersARefusalWithItsReasonThrownOrHandedOver(PlatformReason reason) {
        probe.behaviour = request -> {
            throw new DomainException(reason, "No.");
        };

        assertRefused(reason, () -> stub().getPublic(EMPTY));
        assertRefused(reason, () -> stub().getOptional(EMPTY));
        assertThat(reports.failures).isEmpty();
    }

    @Test
    void findsARefusalInsideAWrapper() {
        probe.behaviour = request -> {
            throw new IllegalStateException(new DomainException(PlatformReason.ETAG_MISMATCH, "Stale."));
        };

        assertRefused(PlatformReason.ETAG_MISMATCH, () -> stub().getPublic(EMPTY));
    }

    @Test
    void leaksNothingOfWhatNobodyExpectedAndReportsItOnce() {
        RuntimeException defect = new IllegalStateException("password=secret");
        probe.behaviour = request -> {
            throw defect;
        };

        ErrorDetails details = refusal(() -> stub().getPublic(EMPTY));

        assertThat(details.code()).isEqualTo(Status.Code.INTERNAL);
        assertThat(details.kind()).contains(Kind.INTERNAL);
        assertThat(details.toString()).doesNotContain("secret").doesNotContain("IllegalState");
        assertThat(reports.failures).containsExactly(defect);
    }

    @Test
    void survivesAnErrorOfTheVirtualMachine() {
        probe.behaviour = request -> {
            throw new StackOverflowError();
        };

        assertRefused(PlatformReason.INTERNAL, () -> stub().getPublic(EMPTY));
        assertThat(reports.failures).hasSize(1);
    }

    @Test
    void asksTheTranslatorsWhatAnExceptionMeans() {
        probe.behaviour = request -> {
            throw new IllegalStateException(new ProbeServer.DatabaseAway());
        };

        assertRefused(PlatformReason.OVERLOADED, () -> stub().getPublic(EMPTY));
        assertThat(reports.failures).isEmpty();
    }

    @Test
    void passesOnTheRefusalOfAnotherService() {
        probe.behaviour = request -> {
            throw ErrorStatuses.toStatus(new DomainException(PlatformReason.ETAG_MISMATCH, "Stale."), "other-service");
        };

        assertRefused(PlatformReason.ETAG_MISMATCH, () -> stub().getPublic(EMPTY));
    }

    @Test
    void namesACalleeThatIsIllAsSuch() {
        assertThat(refusalAfter(Status.UNAVAILABLE).reason()).isEqualTo("CALLEE_DOWN");
        assertThat(refusalAfter(Status.RESOURCE_EXHAUSTED).reason()).isEqualTo("CALLEE_DOWN");
        assertThat(refusalAfter(Status.DEADLINE_EXCEEDED).reason()).isEqualTo("DEADLINE_EXCEEDED");
        assertThat(refusalAfter(Status.DEADLINE_EXCEEDED).retryAfter()).isPresent();
        assertThat(reports.failures).isEmpty();
    }

    @Test
    void takesAnyOtherStatusOfALibraryAsADefect() {
        assertThat(refusalAfter(Status.NOT_FOUND.withDescription("secret")).code())
                .isEqualTo(Status.Code.INTERNAL);
        assertThat(reports.failures).hasSize(1);
    }

    @Test
    void tellsWhatTheAnswerCarriesInItsHeaders() {
        probe.behaviour = request -> {
            CallMetadata.degraded("user-service");
            CallMetadata.degraded("other-service");
            CallMetadata.degraded("user-service");
            CallMetadata.audience(news.platform.security.Audience.PREVIEW);
            CallMetadata.maxAge(Duration.ofHours(1));
            CallMetadata.replayed();
            CallMetadata.status(202);
            CallMetadata.location("/api/v1/comments/7");
            CallMetadata.attachment("releases.ics");
            CallMetadata.lastModified(Instant.parse("2026-11-07T02:05:09.9Z"));
            return "fine";
        };

        stub().getPublic(EMPTY);

        assertThat(header("x-degraded")).contains("user-service,other-service");
        assertThat(header("x-entitlement-class")).contains("preview");
        assertThat(header("x-max-age")).contains("3600");
        assertThat(header("idempotent-replayed")).contains("true");
        assertThat(header("x-http-status")).contains("202");
        assertThat(header("location")).contains("/api/v1/comments/7");
        assertThat(header("content-disposition")).contains("attachment; filename=\"releases.ics\"");
        assertThat(header("last-modified")).contains("Sat, 07 Nov 2026 02:05:09 GMT");
        assertThat(header("cache-control")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "ä.ics", "../a", "a\r\nSet-Cookie: a"})
    void refusesAFileNameThatCouldSayMoreThanAName(String name) {
        assertThatThrownBy(() -> CallMetadata.attachment(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CallMetadata.status(302)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhatAFailureCarriesInItsTrailers() {
        probe.behaviour = request -> {
            CallMetadata.noStore();
            throw new DomainException(PlatformReason.PERMISSION_DENIED, "No.");
        };

        assertRefused(PlatformReason.PERMISSION_DENIED, () -> stub().getPublic(EMPTY));

        assertThat(trailers.get().get(Metadata.Key.of("cache-control", Metadata.ASCII_STRING_MARSHALLER)))
                .isEqualTo("no-store");
    }

    @Test
    void endsAStreamThatFailsAfterItsFirstMessage() {
        probe.behaviour = request -> {
            throw new DomainException(PlatformReason.OVERLOADED, "Later.");
        };

        Iterator<ProbeResponse> stream = stub().watch(EMPTY);

        assertThat(stream.next().getText()).isEqualTo("first");
        assertRefused(PlatformReason.OVERLOADED, stream::hasNext);
    }

    @Test
    void runsMethodsOnVirtualThreads() {
        probe.behaviour = request -> String.valueOf(Thread.currentThread().isVirtual());

        assertThat(stub().getPublic(EMPTY).getText()).isEqualTo("true");
    }

    @Test
    void readsWhereTheCallCameFrom() {
        probe.behaviour = request -> CallMetadata.clientAddress().orElse("") + " "
                + CallMetadata.userAgent().orElse("");

        assertThat(stub("x-client-address", "192.0.2.7", "x-client-user-agent", "Probe/1")
                        .getPublic(EMPTY)
                        .getText())
                .isEqualTo("192.0.2.7 Probe/1");
    }

    @Test
    void looksAtAnIdempotencyKeyOnlyWhereThePolicyDoes() {
        probe.behaviour = request -> CallMetadata.idempotencyKey().orElse("none");

        assertThat(stub("idempotency-key", "k1").getPublic(EMPTY).getText()).isEqualTo("none");
        assertThat(stub("idempotency-key", "k1").pushSigned(EMPTY).getText()).isEqualTo("k1");
    }

    @Test
    void hasNothingToTellOutsideACall() {
        CallMetadata.degraded("user-service");
        CallMetadata.noStore();

        assertThat(CallMetadata.idempotencyKey()).isEmpty();
        assertThat(CallMetadata.header("x-partner-id")).isEmpty();
    }

    @Test
    void reportsNothingWhenTheCallerHasLeft() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        probe.behaviour = request -> {
            try {
                new CountDownLatch(1).await(2, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended.countDown();
            }
            throw new IllegalStateException("interrupted");
        };

        assertThatThrownBy(
                () -> stub().withDeadlineAfter(200, TimeUnit.MILLISECONDS).getPublic(EMPTY));

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(reports.failures).isEmpty();
    }

    @Test
    void refusesAMessageAboveTheLimit() {
        ProbeRequest large =
                ProbeRequest.newBuilder().setProbeText("x".repeat(70_000)).build();

        assertThat(refusal(() -> stub().getPublic(large)).code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }

    private ErrorDetails refusalAfter(Status status) {
        probe.behaviour = request -> {
            throw status.asRuntimeException();
        };
        return refusal(() -> stub().getPublic(EMPTY));
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.get().get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
    }
}
