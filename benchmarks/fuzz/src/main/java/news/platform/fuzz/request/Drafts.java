package news.platform.fuzz.request;

import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.platform.edge.v1.Access;
import news.platform.fuzz.contract.Operation;

/** Makes good requests of operations. Safe for several threads. */
public final class Drafts {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final List<String> ROLES = List.of("reader", "editor", "admin");
    /** Its caller would be gone. */
    private static final String ENDS_THE_CALLER = "ProfileService/DeleteProfile";

    private final String host;
    private final Known known;

    /** @param host the value of the header */
    public Drafts(String host, Known known) {
        this.host = host;
        this.known = known;
    }

    /** @param traceParent of the request, by which its lines in logs are found */
    public Draft good(Operation operation, String traceParent, Dice dice) {
        var values = new Values(operation, known, dice);
        var draft = new Draft(
                operation,
                path(operation, values),
                operation
                        .body()
                        .filter(body -> !body.getName().equals("HttpBody"))
                        .map(values::message)
                        .orElse(null));
        for (var field : operation.query()) {
            if (dice.chance(0.4) && field.getJavaType() != JavaType.MESSAGE) {
                draft.query().add(new Pair(field.getJsonName(), ByteText.percent(values.text(field))));
            }
        }
        headers(draft, traceParent, dice);
        return draft;
    }

    private static String path(Operation operation, Values values) {
        var variables = operation.variables().iterator();
        return VARIABLE.matcher(operation.template())
                .replaceAll(_ -> Matcher.quoteReplacement(ByteText.percent(values.text(variables.next()))));
    }

    private void headers(Draft draft, String traceParent, Dice dice) {
        draft.header("Host", host);
        draft.header("traceparent", traceParent);
        if (draft.operation().body().isPresent()) {
            draft.header("Content-Type", "application/json");
            if (draft.json().isEmpty()) {
                draft.body("{\"text\":\"bytes\"}");
            }
        }
        if (draft.operation().keyed() && dice.chance(0.7)) {
            draft.header("Idempotency-Key", "fuzz-" + dice.below(1_000_000));
        }
        var role = role(draft.operation(), dice);
        if (!role.isEmpty()) {
            draft.header("Authorization", "Bearer {token:" + role + "}");
        }
    }

    /** Mostly one that may call. */
    private static String role(Operation operation, Dice dice) {
        if (operation.name().equals(ENDS_THE_CALLER)) {
            return "";
        }
        if (!operation.roles().isEmpty() && dice.chance(0.85)) {
            return dice.pick(operation.roles().stream().filter(ROLES::contains).toList());
        }
        return operation.access() == Access.ACCESS_PUBLIC || dice.chance(0.3) ? "" : dice.pick(ROLES);
    }
}
