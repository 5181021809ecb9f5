package news.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.stub.ClientCalls;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import news.platform.error.ErrorStatuses;
import news.platform.error.v1.PlatformReason;
import news.platform.policy.Policy;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.context.ApplicationContext;

/**
 * Every rpc of a service, from its descriptors, called without a token, with a forged and an expired one, with a role that
 * does not suffice and with each that does: what the contract promises is what happens. Requests are empty, so that whoever
 * is admitted is refused by the rules of the fields at the latest. A service has it by one test:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> everyRpcAdmitsWhomTheContractSays(@Autowired ApplicationContext service) {
 *     return AccessMatrix.of(service).tests();
 * }
 * }</pre>
 */
public final class AccessMatrix {
    private static final String UNAUTHENTICATED = PlatformReason.UNAUTHENTICATED.name();
    private static final String PERMISSION_DENIED = PlatformReason.PERMISSION_DENIED.name();
    private static final String NOT_ALLOWED = PlatformReason.SERVICE_NOT_ALLOWED.name();
    private static final String ADMITTED = "ADMITTED";
    private static final String NOBODY = "nobody";
    private static final long PATIENCE_SECONDS = 10;

    private final List<ServiceDescriptor> services;
    private final TestCallee callee;
    private final UnaryOperator<String> tokens;

    AccessMatrix(Collection<ServiceDescriptor> services, TestCallee callee, UnaryOperator<String> tokens) {
        this.services = List.copyOf(services);
        this.callee = callee;
        this.tokens = tokens;
    }

    /** All rpcs of the service under test, with tokens of {@link TestTokens}. */
    public static AccessMatrix of(ApplicationContext service) {
        return of(service, role -> TestTokens.user("access-matrix", role));
    }

    /**
     * The same, where a token must be of an account or a session that the service knows.
     *
     * @param tokens role → token
     */
    public static AccessMatrix of(ApplicationContext service, UnaryOperator<String> tokens) {
        var own = service.getBeansOfType(BindableService.class).values().stream()
                .map(bean -> bean.bindService().getServiceDescriptor())
                .filter(descriptor -> descriptor.getName().startsWith("news.platform."))
                .toList();
        return new AccessMatrix(own, service.getBean(TestCallee.class), tokens);
    }

    /** One for each rpc and each kind of caller. */
    public Stream<DynamicTest> tests() {
        assertThat(services).as("gRPC services").isNotEmpty();
        return services.stream()
                .flatMap(service -> service.getMethods().stream())
                .flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(MethodDescriptor<?, ?> method) {
        var policy = policy(method);
        var anyone = callee.anonymous();
        return switch (policy.access()) {
            case ACCESS_PUBLIC ->
                Stream.of(
                        test(method, "nobody known", anyone, ADMITTED),
                        test(method, "a forged token", forged(), ADMITTED));
            // callers are the gateway here, whom no internal method admits
            case ACCESS_INTERNAL -> Stream.of(test(method, "the gateway", anyone, NOT_ALLOWED));
            case ACCESS_OPTIONAL ->
                Stream.of(
                        test(method, "nobody known", anyone, ADMITTED),
                        test(method, "a forged token", forged(), UNAUTHENTICATED),
                        test(method, "any user", as(NOBODY), ADMITTED));
            case ACCESS_SIGNED -> Stream.of(test(method, "a forged token", forged(), UNAUTHENTICATED));
            case ACCESS_USER ->
                Stream.concat(strangers(method), Stream.of(test(method, "any user", as(NOBODY), ADMITTED)));
            case ACCESS_ROLES ->
                Stream.concat(
                        Stream.concat(
                                strangers(method),
                                Stream.of(test(method, "a user without the role", as(NOBODY), PERMISSION_DENIED))),
                        policy.roles().stream().sorted().map(role -> test(method, role, as(role), ADMITTED)));
            case ACCESS_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalStateException(method.getFullMethodName() + " says nothing of who may call it");
        };
    }

    private Stream<DynamicTest> strangers(MethodDescriptor<?, ?> method) {
        // a stream for the edge is opened by the gateway, as no user
        var nobodyKnown = policy(method).stream().isPresent() ? ADMITTED : UNAUTHENTICATED;
        return Stream.of(
                test(method, "nobody known", callee.anonymous(), nobodyKnown),
                test(method, "a forged token", forged(), UNAUTHENTICATED),
                test(method, "an expired token", callee.as(TestTokens.expired("late")), UNAUTHENTICATED));
    }

    private static DynamicTest test(MethodDescriptor<?, ?> method, String who, Channel channel, String expected) {
        return dynamicTest(
                method.getServiceName() + "/" + method.getBareMethodName() + " by " + who + ": " + expected,
                () -> assertThat(outcome(method, channel)).isEqualTo(expected));
    }

    /** How the locks answer; what happens behind them does not count. */
    private static String outcome(MethodDescriptor<?, ?> method, Channel channel) {
        try {
            call(method, channel);
            return ADMITTED;
        } catch (StatusRuntimeException e) {
            var reason = ErrorStatuses.read(e).reason();
            return List.of(UNAUTHENTICATED, PERMISSION_DENIED, NOT_ALLOWED).contains(reason) ? reason : ADMITTED;
        }
    }

    @SuppressWarnings("unchecked") // the contract's methods take and answer messages
    private static void call(MethodDescriptor<?, ?> method, Channel channel) {
        var typed = (MethodDescriptor<Message, Message>) method;
        var prototype = (MethodDescriptor.PrototypeMarshaller<Message>) typed.getRequestMarshaller();
        var request = Objects.requireNonNull(prototype.getMessagePrototype());
        var options = CallOptions.DEFAULT.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (method.getType().serverSendsOneMessage()) {
            ClientCalls.blockingUnaryCall(channel, typed, options, request);
        } else {
            // whoever gets a first message is admitted; the stream may have no end
            try (var call = Context.current().withCancellation()) {
                call.run(() -> ClientCalls.blockingServerStreamingCall(channel, typed, options, request)
                        .forEachRemaining(_ -> call.cancel(null)));
            }
        }
    }

    private Channel as(String role) {
        return callee.as(tokens.apply(role));
    }

    private Channel forged() {
        return callee.as(TestTokens.forged("stranger", "admin"));
    }

    private static Policy policy(MethodDescriptor<?, ?> method) {
        var schema = Objects.requireNonNull((ProtoMethodDescriptorSupplier) method.getSchemaDescriptor());
        return Policy.of(schema.getMethodDescriptor());
    }
}
