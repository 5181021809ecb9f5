package news.platform.sandbox;

import java.time.Instant;

/**
 * Money given back.
 *
 * @param id by what the sandbox knows it
 * @param failure why not; empty where it went back
 */
record SandboxRefund(
        String id,
        String reference,
        String chargeReference,
        long amountMinor,
        String currency,
        String failure,
        Instant time) {
    boolean succeeded() {
        return failure.isEmpty();
    }
}
