package news.platform.sandbox;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import news.platform.sandbox.SandboxCharge.State;
import org.jspecify.annotations.Nullable;

/** All charges and refunds, in memory: they end with the process. Thread-safe. */
final class Books {
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, SandboxCharge> charges = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, SandboxRefund> refunds = new LinkedHashMap<>();

    Books(InstantSource clock) {
        this.clock = clock;
    }

    /** The same again is the same charge; empty where the reference has another amount. */
    Optional<SandboxCharge> open(SandboxCharge.Order order) {
        return locked(() -> {
            var charge = charges.computeIfAbsent(order.reference(), _ -> {
                var token = UUID.randomUUID().toString();
                tokens.put(token, order.reference());
                return new SandboxCharge(token, order, State.PENDING, "", null);
            });
            return Optional.of(charge).filter(known -> known.order().isSame(order));
        });
    }

    Optional<SandboxCharge> find(String reference) {
        return locked(
                () -> Optional.ofNullable(charges.computeIfPresent(reference, (_, charge) -> closedWhenLate(charge))));
    }

    Optional<SandboxCharge> byToken(String token) {
        return locked(() -> Optional.ofNullable(tokens.get(token)).flatMap(this::find));
    }

    /** What changed; empty where it cannot be paid any more, or was. */
    Optional<SandboxCharge> pay(String reference) {
        return change(reference, charge -> charge.paid("tx" + plain(), clock.instant()));
    }

    Optional<SandboxCharge> refuse(String reference) {
        return change(reference, charge -> charge.in(State.FAILED));
    }

    /** As it is then: nobody can pay it any more, unless somebody was sooner. Empty where there is none. */
    Optional<SandboxCharge> close(String reference) {
        change(reference, charge -> charge.in(State.CLOSED));
        return find(reference);
    }

    private Optional<SandboxCharge> change(String reference, UnaryOperator<SandboxCharge> how) {
        return locked(() -> find(reference)
                .filter(charge -> charge.state() == State.PENDING)
                .map(how)
                .map(changed -> {
                    charges.put(reference, changed);
                    return changed;
                }));
    }

    /** What became of a refund, and whether it is a new one. */
    record Refunded(SandboxRefund refund, boolean fresh) {}

    /** The same again is the same refund. */
    Refunded refund(String reference, String chargeReference, long amountMinor) {
        return locked(() -> {
            var known = refunds.get(reference);
            if (known != null) {
                return new Refunded(known, false);
            }
            var charge = charges.get(chargeReference);
            var refund = new SandboxRefund(
                    "rf" + plain(),
                    reference,
                    chargeReference,
                    amountMinor,
                    charge == null ? "" : charge.order().currency(),
                    failure(charge, amountMinor),
                    clock.instant());
            refunds.put(reference, refund);
            return new Refunded(refund, true);
        });
    }

    private String failure(@Nullable SandboxCharge charge, long amountMinor) {
        if (charge == null || charge.state() != State.PAID) {
            return "nothing was paid";
        }
        long before = refunds.values().stream()
                .filter(refund -> refund.succeeded()
                        && refund.chargeReference().equals(charge.order().reference()))
                .mapToLong(SandboxRefund::amountMinor)
                .sum();
        return before + amountMinor > charge.order().amountMinor() ? "more than was paid" : "";
    }

    /** Money that came on a day, by UTC. */
    List<SandboxCharge> charges(LocalDate day) {
        return charges().stream()
                .filter(charge -> charge.payTime() != null
                        && day.equals(charge.payTime().atOffset(ZoneOffset.UTC).toLocalDate()))
                .toList();
    }

    /** Money that went back on a day, by UTC. */
    List<SandboxRefund> refunds(LocalDate day) {
        return refunds().stream()
                .filter(refund -> refund.succeeded()
                        && day.equals(refund.time().atOffset(ZoneOffset.UTC).toLocalDate()))
                .toList();
    }

    Collection<SandboxCharge> charges() {
        return locked(() -> new ArrayList<>(charges.values()));
    }

    Collection<SandboxRefund> refunds() {
        return locked(() -> new ArrayList<>(refunds.values()));
    }

    private SandboxCharge closedWhenLate(SandboxCharge charge) {
        return charge.state() == State.PENDING
                        && clock.instant().isAfter(charge.order().expireTime())
                ? charge.in(State.CLOSED)
                : charge;
    }

    private static String plain() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private <T> T locked(Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }
}
