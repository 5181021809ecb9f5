package news.platform.observability;

import io.sentry.Hint;
import io.sentry.IScopes;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.exception.ExceptionMechanismException;
import io.sentry.protocol.Mechanism;
import news.platform.error.FailureReporter;

/**
 * Reports to Sentry what nobody expected, with the trace (from the log context), the release and what was being done; no
 * request contents, no address. Does nothing while there is no DSN. Sentry itself drops what it has just been told.
 */
final class SentryFailureReporter implements FailureReporter {
    private final IScopes sentry;

    SentryFailureReporter(IScopes sentry) {
        this.sentry = sentry;
    }

    @Override
    public void report(Throwable failure, String operation) {
        var mechanism = new Mechanism();
        mechanism.setType("platform");
        mechanism.setHandled(true);
        var event = new SentryEvent(new ExceptionMechanismException(mechanism, failure, Thread.currentThread()));
        event.setLevel(SentryLevel.ERROR);
        event.setTransaction(operation);
        event.setTag("operation", operation);
        sentry.captureEvent(event, new Hint());
    }
}
