package news.platform.grpc.server;

import build.buf.protovalidate.ValidatorFactory;
import io.grpc.BindableService;
import io.grpc.netty.NettyServerBuilder;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import news.platform.error.ExceptionTranslator;
import news.platform.error.FailureReporter;
import news.platform.grpc.warmup.OwnCalls;
import news.platform.grpc.warmup.WarmUpConfiguration;
import news.platform.identity.PeerIdentity;
import news.platform.policy.Policies;
import news.platform.security.AuditLog;
import news.platform.security.SessionCheck;
import news.platform.security.token.TokenVerifier;
import news.platform.topology.Topology;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerExecutorProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.grpc.server.ServerBuilderCustomizer;

/**
 * Gives every gRPC server of the platform its errors, access rules, field rules and virtual threads. Runs inside Spring
 * Boot's observation (order 0), so that metrics and traces see the translated status.
 */
@AutoConfiguration
@Import(WarmUpConfiguration.class)
public final class PlatformGrpcServerAutoConfiguration {
    private static final int ORDER = 100;

    @Bean
    RequestRules requestRules() {
        return new RequestRules(ValidatorFactory.newBuilder().build());
    }

    @Bean
    RulesWarmUp rulesWarmUp(RequestRules rules, ObjectProvider<BindableService> services) {
        return new RulesWarmUp(rules, services.orderedStream().toList());
    }

    @Bean
    Failures grpcFailures(
            Environment environment,
            ObjectProvider<ExceptionTranslator> translators,
            ObjectProvider<FailureReporter> reporters) {
        return new Failures(
                environment.getProperty("spring.application.name", "application"),
                translators.orderedStream().toList(),
                reporters.orderedStream().toList());
    }

    /** Without a bean that knows the sessions, a token is believed until it expires or its session is forgotten. */
    @Bean
    AccessCheck accessCheck(TokenVerifier tokens, ObjectProvider<SessionCheck> sessions, AuditLog audit) {
        return new AccessCheck(tokens, sessions.getIfAvailable(() -> caller -> true), audit);
    }

    @Bean
    PeerCheck peerCheck(Topology topology, Environment environment, OwnCalls own, AuditLog audit) {
        return new PeerCheck(topology, environment.getProperty("spring.application.name", ""), own, audit);
    }

    @Bean
    ServerBuilderCustomizer<NettyServerBuilder> peerFilter(PeerIdentity identity) {
        return server -> server.addTransportFilter(new PeerFilter(identity));
    }

    @Bean
    @GlobalServerInterceptor
    @Order(ORDER)
    PlatformServerInterceptor platformServerInterceptor(
            Policies policies, PeerCheck peers, AccessCheck access, RequestRules rules, Failures failures) {
        return new PlatformServerInterceptor(policies, peers, access, rules, failures);
    }

    /** One virtual thread a task: a method may block. */
    @Bean
    @ConditionalOnMissingBean
    GrpcServerExecutorProvider virtualThreads() {
        Executor executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("grpc-", 0).factory());
        return () -> executor;
    }
}
