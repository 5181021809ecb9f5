package news.platform.gateway.contract;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * One way in which a method is reached by HTTP.
 *
 * @param httpMethod GET, PUT, POST, DELETE or PATCH
 * @param template the path
 * @param pathVariables the fields that the path fills, in its order
 * @param body what the body fills
 * @param responseBody the field of the answer that is shown, empty for all of it
 * @param queryFields the outermost fields that query parameters may fill, in the order of the message
 * @param etag the request's field for If-Match
 * @param updateMask the request's field for the names of the fields that the body sends; only where the body is one field
 */
public record HttpBinding(
        String httpMethod,
        PathTemplate template,
        List<FieldPath> pathVariables,
        Body body,
        Optional<FieldDescriptor> responseBody,
        List<FieldDescriptor> queryFields,
        Optional<FieldDescriptor> etag,
        Optional<FieldDescriptor> updateMask) {

    public HttpBinding {
        pathVariables = List.copyOf(pathVariables);
        queryFields = List.copyOf(queryFields);
    }
}
