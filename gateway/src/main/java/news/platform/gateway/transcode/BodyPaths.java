package news.platform.gateway.transcode;

import java.util.List;
import java.util.function.UnaryOperator;
import news.platform.error.FieldViolation;
import news.platform.gateway.contract.Body;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.problem.Problem;

/** Fields as clients know them: where the body is one field of the request, paths begin behind it. */
public final class BodyPaths {

    private BodyPaths() {}

    public static Problem relative(Problem problem, HttpBinding binding) {
        if (!(binding.body() instanceof Body.Part(var field))
                || problem.errors().isEmpty()) {
            return problem;
        }
        return mapped(problem, path -> relative(path, field.getJsonName()));
    }

    /** The same for a field that the client gave under another name. */
    static Problem named(Problem problem, String field, String name) {
        return mapped(problem, path -> path.equals(field) ? name : path);
    }

    private static Problem mapped(Problem problem, UnaryOperator<String> path) {
        var errors = problem.errors().stream()
                .map(error -> new FieldViolation(path.apply(error.field()), error.message()))
                .toList();
        return new Problem(problem.status(), problem.reason(), detail(problem, errors), errors, problem.headers());
    }

    /** What one field is refused for begins with its name, in whatever reason's name. */
    private static String detail(Problem problem, List<FieldViolation> errors) {
        if (problem.reason().equals("INVALID_FIELD")) {
            return Problem.fields(errors).detail();
        }
        var named = problem.errors().getFirst().field() + ": ";
        return problem.detail().startsWith(named)
                ? errors.getFirst().field() + ": " + problem.detail().substring(named.length())
                : problem.detail();
    }

    private static String relative(String path, String body) {
        if (path.equals(body)) {
            return "body";
        }
        return path.startsWith(body + ".") ? path.substring(body.length() + 1) : path;
    }
}
