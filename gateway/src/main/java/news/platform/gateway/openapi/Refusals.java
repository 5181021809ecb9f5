package news.platform.gateway.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.contract.Body;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.contract.Reasons;

/** With which statuses and for which reasons an operation may refuse: what it states, and what its options imply. */
final class Refusals {

    private final Reasons reasons;

    Refusals(Contract contract) {
        this.reasons = contract.reasons();
    }

    /** By HTTP status. Without reasons where the named response of the status says it all. */
    Map<Integer, List<Reasons.Stated>> of(Method method, HttpBinding binding) {
        var refusals = new TreeMap<Integer, List<Reasons.Stated>>();
        implied(method, binding).forEach(status -> refusals.put(status, new ArrayList<>()));
        reasons.of(method).forEach(stated -> add(refusals, stated));
        var key = method.policy().idempotencyKey();
        if (key == IdempotencyKey.IDEMPOTENCY_KEY_OPTIONAL || key == IdempotencyKey.IDEMPOTENCY_KEY_REQUIRED) {
            add(refusals, reasons.of(PlatformReason.IDEMPOTENCY_KEY_IN_USE));
            add(refusals, reasons.of(PlatformReason.IDEMPOTENCY_KEY_REUSED));
        }
        if (key == IdempotencyKey.IDEMPOTENCY_KEY_REQUIRED) {
            add(refusals, reasons.of(PlatformReason.IDEMPOTENCY_KEY_MISSING));
        }
        addGeneral(refusals, 400, PlatformReason.INVALID_FIELD);
        addGeneral(refusals, 401, PlatformReason.UNAUTHENTICATED);
        addGeneral(refusals, 429, PlatformReason.RATE_LIMITED);
        addGeneral(refusals, 503, PlatformReason.OVERLOADED);
        addGeneral(refusals, 503, PlatformReason.CALLEE_DOWN);
        addGeneral(refusals, 503, PlatformReason.DEADLINE_EXCEEDED);
        return refusals;
    }

    private static List<Integer> implied(Method method, HttpBinding binding) {
        var statuses = new ArrayList<>(List.of(400, 406, 429, 503));
        if (method.policy().access() != Access.ACCESS_PUBLIC) {
            statuses.add(401);
        }
        if (!method.policy().roles().isEmpty()) {
            statuses.add(403);
        }
        if (!(binding.body() instanceof Body.None)) {
            statuses.addAll(List.of(413, 415));
        }
        return statuses;
    }

    private static void add(Map<Integer, List<Reasons.Stated>> refusals, Reasons.Stated stated) {
        refusals.computeIfAbsent(stated.reason().kind().httpStatus(), _ -> new ArrayList<>())
                .add(stated);
    }

    /** Where a status lists reasons of the method's own, the general one of that status must not be missing. */
    private void addGeneral(Map<Integer, List<Reasons.Stated>> refusals, int status, PlatformReason reason) {
        var known = refusals.getOrDefault(status, List.of());
        if (!known.isEmpty()) {
            add(refusals, reasons.of(reason));
        }
    }
}
