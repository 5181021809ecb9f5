package news.platform.fuzz.verdict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.RawRequest;
import news.platform.fuzz.wire.Answer;
import news.platform.fuzz.wire.Result;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds an answer against what every answer owes. Nothing is wrong with refusing; it is with how it is done. */
public final class Judge {
    /** What a server need not swallow before it cuts off. */
    private static final int SWALLOWED = 2_000_000;

    private static final Set<Integer> OWN_FAULT = Set.of(500, 502, 504);
    private static final Pattern INSIDE =
            Pattern.compile("\\bat [a-z]+(\\.[a-z]+)+\\.[A-Z]\\w+|\\b(java|jakarta|org|com|io)\\.[a-z.]+\\.[A-Z]\\w+");
    private static final JsonMapper JSON = new JsonMapper();

    /** Empty where all is well. */
    public Optional<Fault> judge(RawRequest request, Result result) {
        return switch (result) {
            case Result.Closed _ ->
                request.whole() && request.bytes().length < SWALLOWED ? fault("closed without an answer") : none();
            case Result.Late _ -> fault("not answered in time");
            case Result.Garbled _ -> request.whole() ? fault("not an answer of HTTP") : none();
            case Answer answer -> judge(request, answer);
        };
    }

    private static Optional<Fault> judge(RawRequest request, Answer answer) {
        int status = answer.status();
        if (OWN_FAULT.contains(status)) {
            return fault("status " + status);
        }
        if (answer.header("X-Injected").isPresent()) {
            return fault("a header of the client's in the answer");
        }
        if (answer.more() && request.clean()) {
            return fault("more than one answer");
        }
        var text = ByteText.of(answer.body());
        if (status >= 400 && INSIDE.matcher(text).find()) {
            return fault("shows its inside");
        }
        return status >= 400 ? refusal(request, answer) : success(request, answer);
    }

    private static Optional<Fault> success(RawRequest request, Answer answer) {
        boolean json = answer.header("Content-Type").orElse("").startsWith("application/json");
        boolean bodiless = request.head() || answer.status() == 204 || answer.status() == 304;
        boolean plain = answer.header("Content-Encoding").isEmpty();
        return json && plain && !bodiless && parse(answer).isEmpty() ? fault("success whose body is not JSON") : none();
    }

    private static Optional<Fault> refusal(RawRequest request, Answer answer) {
        int status = answer.status();
        if (!answer.header("Content-Type").orElse("").startsWith("application/problem+json")) {
            return fault("a " + status + " that is no problem+json");
        }
        for (var header : owed(status)) {
            if (answer.header(header).isEmpty()) {
                return fault("a " + status + " without " + header);
            }
        }
        if (request.head()) {
            return none();
        }
        var problem = parse(answer);
        if (problem.isEmpty()) {
            return fault("a " + status + " whose body is not JSON");
        }
        return problem(answer, problem.get());
    }

    private static List<String> owed(int status) {
        return switch (status) {
            case 401 -> List.of("WWW-Authenticate");
            case 405 -> List.of("Allow");
            case 429, 503 -> List.of("Retry-After");
            default -> List.of();
        };
    }

    private static Optional<Fault> problem(Answer answer, JsonNode problem) {
        int status = answer.status();
        var reason = problem.path("reason").asString("");
        if (problem.path("status").asInt(0) != status) {
            return fault("a " + status + " whose problem has another status");
        }
        if (reason.isEmpty()) {
            return fault("a " + status + " without reason");
        }
        if (problem.path("traceId").asString("").isEmpty()) {
            return fault("a " + status + " without traceId");
        }
        return status == 503 && !reason.equals("OVERLOADED") ? fault("503 " + reason) : none();
    }

    /** Nothing parses to nothing: an empty body is not JSON. */
    private static Optional<JsonNode> parse(Answer answer) {
        try {
            return Optional.of(JSON.readTree(answer.body())).filter(node -> !node.isMissingNode());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<Fault> fault(String kind) {
        return Optional.of(new Fault(kind));
    }

    private static Optional<Fault> none() {
        return Optional.empty();
    }
}
