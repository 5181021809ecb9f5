package news.platform.grpc.server;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import news.platform.error.DomainException;
import news.platform.error.ErrorDetails;
import news.platform.error.ErrorStatuses;
import news.platform.error.ExceptionTranslator;
import news.platform.error.FailureReporter;
import news.platform.error.v1.PlatformReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a method throws into the status that its caller sees; what nobody expected is logged once, told nobody. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final int MAX_CAUSES = 10;

    private final String domain;
    private final List<ExceptionTranslator> translators;
    private final List<FailureReporter> reporters;

    /** {@code domain} is who refuses: the name of the service. */
    Failures(String domain, List<ExceptionTranslator> translators, List<FailureReporter> reporters) {
        this.domain = domain;
        this.translators = List.copyOf(translators);
        this.reporters = List.copyOf(reporters);
    }

    StatusRuntimeException toStatus(Throwable failure, String method) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < MAX_CAUSES; depth++, current = current.getCause()) {
            Optional<StatusRuntimeException> known = known(current);
            if (known.isPresent()) {
                return known.get();
            }
        }
        if (failure instanceof CancellationException || Context.current().isCancelled()) {
            log.debug("{} was cancelled by its caller", method, failure);
            return Status.CANCELLED.asRuntimeException();
        }
        return unexpected(failure, method);
    }

    private Optional<StatusRuntimeException> known(Throwable failure) {
        return switch (failure) {
            case DomainException e -> Optional.of(ErrorStatuses.toStatus(e, domain));
            case StatusRuntimeException e -> passedOn(e);
            case StatusException e -> passedOn(e.getStatus().asRuntimeException(e.getTrailers()));
            default ->
                translators.stream()
                        .flatMap(translator -> translator.translate(failure).stream())
                        .findFirst()
                        .map(e -> ErrorStatuses.toStatus(e, domain));
        };
    }

    /** A status that another service answered, or a library: refusals are passed on, a callee that is ill is named so. */
    private Optional<StatusRuntimeException> passedOn(StatusRuntimeException e) {
        ErrorDetails details = ErrorStatuses.read(e);
        if (details.reason().equals(PlatformReason.SERVICE_NOT_ALLOWED.name())) {
            // our mistake, not our caller's
            return Optional.empty();
        }
        if (details.kind().isPresent()) {
            return Optional.of(e);
        }
        return switch (e.getStatus().getCode()) {
            case CANCELLED, UNIMPLEMENTED ->
                Optional.of(e.getStatus().getCode().toStatus().asRuntimeException());
            case UNAVAILABLE, RESOURCE_EXHAUSTED -> Optional.of(unavailable(PlatformReason.CALLEE_DOWN));
            case DEADLINE_EXCEEDED -> Optional.of(unavailable(PlatformReason.DEADLINE_EXCEEDED));
            default -> Optional.empty();
        };
    }

    private StatusRuntimeException unavailable(PlatformReason reason) {
        DomainException refusal = new DomainException(reason, "Something this needs cannot be reached for now.");
        return ErrorStatuses.toStatus(refusal.retryAfter(Duration.ofSeconds(1)), domain);
    }

    private StatusRuntimeException unexpected(Throwable failure, String method) {
        log.error("{} failed", method, failure);
        for (FailureReporter reporter : reporters) {
            try {
                reporter.report(failure, method);
            } catch (RuntimeException e) {
                log.warn("the failure of {} could not be reported", method, e);
            }
        }
        return ErrorStatuses.toStatus(
                new DomainException(PlatformReason.INTERNAL, "Something went wrong on our side."), domain);
    }
}
