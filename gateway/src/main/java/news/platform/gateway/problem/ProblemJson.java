package news.platform.gateway.problem;

import java.io.ByteArrayOutputStream;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the document; the type is always about:blank, programs read the reason. */
final class ProblemJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ProblemJson() {}

    static byte[] write(Problem problem, String traceId) {
        var bytes = new ByteArrayOutputStream(256);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", "about:blank");
            json.writeStringProperty("title", title(problem.status()));
            json.writeNumberProperty("status", problem.status());
            json.writeStringProperty("detail", problem.detail());
            json.writeStringProperty("reason", problem.reason());
            json.writeStringProperty("traceId", traceId);
            errors(json, problem);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void errors(JsonGenerator json, Problem problem) {
        if (problem.errors().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("errors");
        for (var error : problem.errors()) {
            json.writeStartObject();
            json.writeStringProperty("field", error.field());
            json.writeStringProperty("message", error.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String title(int status) {
        var known = HttpStatus.resolve(status);
        return known == null ? "Client Closed Request" : known.getReasonPhrase();
    }
}
