package news.platform.fuzz.contract;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Optional;
import news.platform.edge.v1.Access;

/**
 * One method under one of its addresses.
 *
 * @param name service and method, for example {@code ArticleService/GetArticle}
 * @param template the path as the contract has it, variables in braces
 * @param variables the fields that the path fills, in its order
 * @param body what the body fills, empty where none is taken
 * @param query the fields that parameters may fill
 * @param roles of which a caller needs one where access is by role
 * @param keyed whether an Idempotency-Key is honoured
 * @param stream whether the answer has no end
 * @param few whether only few calls of it may be under way at once
 */
public record Operation(
        String name,
        String httpMethod,
        String template,
        List<FieldDescriptor> variables,
        Optional<Descriptor> body,
        List<FieldDescriptor> query,
        Access access,
        List<String> roles,
        boolean keyed,
        boolean stream,
        boolean few) {

    public Operation {
        variables = List.copyOf(variables);
        query = List.copyOf(query);
        roles = List.copyOf(roles);
    }

    /** Whether it only reads. */
    public boolean safe() {
        return httpMethod.equals("GET");
    }
}
