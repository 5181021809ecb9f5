package news.platform.security;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.platform.error.Reason;

/**
 * Something that whoever looks into an attack wants to know. It names people by their ids alone: no address of mail, no
 * name, no text that a client sent.
 *
 * @param action what was done or tried, a short constant of the service, e.g. {@code log-in}
 * @param result whether it was done
 * @param reason why it was refused; empty for what succeeded, or where the action says it all
 * @param actorId the account of who did it; empty where it is not known. Without one the caller's is taken
 * @param sessionId the session; empty where there is none. Without one the caller's is taken
 * @param targetId what it was done to, an id; empty where that is the actor
 * @param details more ids and constants by name
 */
public record AuditEvent(
        String action,
        Result result,
        Optional<String> reason,
        Optional<String> actorId,
        Optional<String> sessionId,
        Optional<String> targetId,
        Map<String, String> details) {

    public AuditEvent {
        details = Map.copyOf(details);
    }

    /** It was done. */
    public static AuditEvent succeeded(String action) {
        return of(action, Result.SUCCESS, Optional.empty());
    }

    /** It was refused, for this reason of the contract. */
    public static AuditEvent refused(String action, ProtocolMessageEnum reason) {
        return refused(action, Reason.of(reason));
    }

    /** It was refused, for this reason. */
    public static AuditEvent refused(String action, Reason reason) {
        return of(action, Result.FAILURE, Optional.of(reason.name()));
    }

    /** This method was refused to one who lacks a role for it, or whose session has ended. */
    public static AuditEvent refusedByRole(Caller caller, String method, ProtocolMessageEnum reason) {
        return refused("role-access", reason)
                .by(caller.userId())
                .in(caller.sessionId())
                .with("method", method);
    }

    /** Of this account. */
    public AuditEvent by(String newActorId) {
        return new AuditEvent(action, result, reason, Optional.of(newActorId), sessionId, targetId, details);
    }

    /** In this session. */
    public AuditEvent in(String newSessionId) {
        return new AuditEvent(action, result, reason, actorId, Optional.of(newSessionId), targetId, details);
    }

    /** Done to this. */
    public AuditEvent on(String newTargetId) {
        return new AuditEvent(action, result, reason, actorId, sessionId, Optional.of(newTargetId), details);
    }

    /** With one more detail, under a lower-case name. */
    public AuditEvent with(String name, String value) {
        var more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AuditEvent(action, result, reason, actorId, sessionId, targetId, more);
    }

    private static AuditEvent of(String action, Result result, Optional<String> reason) {
        return new AuditEvent(action, result, reason, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** Whether it was done, in the words of the Elastic Common Schema. */
    public enum Result {
        SUCCESS,
        FAILURE
    }
}
