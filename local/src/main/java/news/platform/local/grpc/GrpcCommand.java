package news.platform.local.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.platform.local.console.Complaint;
import news.platform.local.service.ServiceTable;
import news.platform.local.store.Certificates;

/** {@code ./news grpc [--as SERVICE] [--token TOKEN] SERVICE METHOD [JSON]}: calls a service as another of them would. */
public final class GrpcCommand {
    private static final int PATIENCE_SECONDS = 10;
    private static final JsonFormat.TypeRegistry DETAILS = JsonFormat.TypeRegistry.newBuilder()
            .add(List.of(ErrorInfo.getDescriptor(), BadRequest.getDescriptor(), RetryInfo.getDescriptor()))
            .build();
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ServiceTable table;
    private final Certificates certificates;
    private final PrintStream out;

    public GrpcCommand(ServiceTable table, Certificates certificates, PrintStream out) {
        this.table = table;
        this.certificates = certificates;
        this.out = out;
    }

    /** Prints each message of the answer as JSON; complains, with what the service says, when it refuses. */
    public void run(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        String caller = option(rest, "--as", "gateway");
        String token = option(rest, "--token", "");
        if (rest.size() < 2 || rest.size() > 3) {
            throw new Complaint(
                    "Say what to call: ./news grpc [--as SERVICE] [--token TOKEN] SERVICE METHOD [JSON], for"
                            + " example ./news grpc --as content UserService BatchGetUsers '{\"ids\": [\"0198…\"]}'.");
        }
        MethodDescriptor method = Contract.load().method(rest.getFirst(), rest.get(1));
        if (method.isClientStreaming()) {
            throw new Complaint(method.getFullName() + " takes a stream of requests, which this command cannot send.");
        }
        DynamicMessage request = request(method, rest.size() > 2 ? rest.get(2) : "{}");
        ManagedChannel callee = callee(method.getFile().getPackage().split("\\.")[2], caller);
        try {
            call(authorized(callee, token), method, request);
        } catch (StatusRuntimeException e) {
            throw new Complaint(refusal(e), e);
        } finally {
            callee.shutdownNow();
        }
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == words.size()) {
            throw new Complaint(name + " takes a value: see ./news help.");
        }
        words.remove(at);
        return words.remove(at);
    }

    private static DynamicMessage request(MethodDescriptor method, String json) {
        DynamicMessage.Builder request = DynamicMessage.newBuilder(method.getInputType());
        try {
            JsonFormat.parser().merge(json, request);
        } catch (InvalidProtocolBufferException e) {
            throw new Complaint("This is no " + method.getInputType().getName() + ": " + e.getMessage(), e);
        }
        return request.build();
    }

    /** With a certificate issued for this: that of the caller, as the launcher keeps it. */
    private ManagedChannel callee(String name, String caller) {
        Path identity = certificates.of(table.module(caller));
        try {
            var credentials = TlsChannelCredentials.newBuilder()
                    .keyManager(
                            identity.resolve("tls.crt").toFile(),
                            identity.resolve("tls.key").toFile())
                    .trustManager(identity.resolve("ca.crt").toFile())
                    .build();
            return Grpc.newChannelBuilderForAddress("127.0.0.1", table.grpcPort(name), credentials)
                    .overrideAuthority(table.module(name))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + identity, e);
        }
    }

    private static Channel authorized(Channel callee, String token) {
        var headers = new Metadata();
        if (!token.isEmpty()) {
            headers.put(AUTHORIZATION, "Bearer " + token);
        }
        return ClientInterceptors.intercept(callee, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private void call(Channel callee, MethodDescriptor method, DynamicMessage request) {
        var grpc = io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                .setFullMethodName(io.grpc.MethodDescriptor.generateFullMethodName(
                        method.getService().getFullName(), method.getName()))
                .setType(
                        method.isServerStreaming()
                                ? io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING
                                : io.grpc.MethodDescriptor.MethodType.UNARY)
                .setRequestMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
                .setResponseMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
                .build();
        var options = CallOptions.DEFAULT.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
        ClientCalls.blockingServerStreamingCall(callee, grpc, options, request)
                .forEachRemaining(answer -> out.println(json(answer)));
    }

    private static String json(com.google.protobuf.MessageOrBuilder message) {
        try {
            return JsonFormat.printer().usingTypeRegistry(DETAILS).print(message);
        } catch (InvalidProtocolBufferException e) {
            return message.toString();
        }
    }

    /** The status, then its details: reason, wrong fields, when to come back. */
    private static String refusal(StatusRuntimeException e) {
        var text =
                new StringBuilder(e.getStatus().getCode() + ": " + e.getStatus().getDescription());
        var status = StatusProto.fromThrowable(e);
        if (status != null) {
            for (Any detail : status.getDetailsList()) {
                text.append('\n').append(json(detail));
            }
        }
        if (e.getCause() != null) {
            text.append('\n').append(e.getCause().getMessage());
        }
        return text.toString();
    }
}
