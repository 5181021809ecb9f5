package news.platform.gateway.transcode;

import news.platform.error.FieldViolation;
import news.platform.gateway.contract.Body;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.problem.Problem;

/** Where the body is one field of the request, clients do not know that field's name: paths begin behind it. */
public final class BodyPaths {

    private BodyPaths() {}

    public static Problem relative(Problem problem, HttpBinding binding) {
        if (!(binding.body() instanceof Body.Part(var field))
                || problem.errors().isEmpty()) {
            return problem;
        }
        var errors = problem.errors().stream()
                .map(error -> new FieldViolation(relative(error.field(), field.getJsonName()), error.message()))
                .toList();
        return new Problem(
                problem.status(),
                problem.reason(),
                problem.reason().equals("INVALID_FIELD")
                        ? Problem.fields(errors).detail()
                        : problem.detail(),
                errors,
                problem.headers());
    }

    private static String relative(String path, String body) {
        if (path.equals(body)) {
            return "body";
        }
        return path.startsWith(body + ".") ? path.substring(body.length() + 1) : path;
    }
}
