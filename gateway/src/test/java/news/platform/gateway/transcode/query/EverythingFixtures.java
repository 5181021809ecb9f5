package news.platform.gateway.transcode.query;

import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.gateway.contract.Body;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.contract.PathTemplate;
import news.platform.gateway.transcode.json.FieldNames;
import news.platform.gateway.transcode.json.Json;
import news.platform.policy.Policies;
import news.platform.testing.v1.EchoServiceGrpc;
import news.platform.testing.v1.Everything;

/** A method that takes and answers one of each, and what reads and writes it. */
public final class EverythingFixtures {

    private static final FieldNames NAMES = new FieldNames();
    public static final Json JSON =
            new Json(List.of(Everything.getDefaultInstance(), Struct.getDefaultInstance()), NAMES, 32);
    static final QueryBinder BINDER = new QueryBinder(NAMES, JSON);
    static final HttpBinding BINDING = new HttpBinding(
            "GET",
            PathTemplate.parse("/everything"),
            List.of(),
            new Body.None(),
            Optional.empty(),
            Everything.getDescriptor().getFields(),
            Optional.empty(),
            Optional.empty());
    static final Method METHOD = method();

    private EverythingFixtures() {}

    @SuppressWarnings("unchecked")
    private static Method method() {
        return new Method(
                (MethodDescriptor<Message, Message>) (MethodDescriptor<?, ?>) EchoServiceGrpc.getEchoQueryMethod(),
                news.platform.testing.v1.EchoQueryRequest.getDescriptor()
                        .getFile()
                        .getServices()
                        .getFirst()
                        .getMethods()
                        .getFirst(),
                "testing",
                Everything.getDefaultInstance(),
                Everything.getDefaultInstance(),
                List.of(BINDING),
                "",
                new Policies(Map.of()));
    }
}
