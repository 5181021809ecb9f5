package news.platform.gateway.stream.latest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.Method;
import news.platform.gateway.stream.source.MethodStream.Client;
import news.platform.gateway.stream.source.StreamContext;
import news.platform.gateway.stream.wire.Telling;
import news.platform.gateway.testing.EchoTwin;
import news.platform.gateway.testing.EdgeTest;
import news.platform.testing.v1.Price;
import news.platform.testing.v1.WatchPricesRequest;
import news.platform.testing.v1.WatchPricesResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** What a client is told that is connected when the service ends, and when it is back. */
@EdgeTest
@Timeout(60)
class LatestStreamIT {

    @Autowired
    Contract contract;

    private final Replicas replicas = new Replicas();
    private Method method;
    private LatestStream stream;

    @BeforeEach
    void start() {
        method = contract.method("news.platform.testing.v1.EchoService/WatchPrices")
                .orElseThrow();
        stream = new LatestStream(
                method,
                new StreamContext(_ -> replicas, LatestStreamIT::said, () -> {}, new SimpleMeterRegistry()),
                Duration.ZERO);
    }

    @AfterEach
    void stop() {
        stream.stop();
        replicas.close();
    }

    @Test
    void isToldOnceThatItsValuesMayNotBeSoAnyMoreAndThenWhatIsSoAgain() {
        replicas.start("41");
        var client = join();
        assertThat(next(client)).isEqualTo("41 is so");

        replicas.stop();
        assertThat(next(client)).isEqualTo("41 was so");

        replicas.start("42");
        assertThat(next(client)).isEqualTo("42 is so");
    }

    @Test
    void isToldNothingOfACallThatAnotherReplicaTakes() {
        replicas.start("41");
        var client = join();
        assertThat(next(client)).isEqualTo("41 is so");

        var first = replicas.current();
        replicas.start("42");
        first.stop();

        assertThat(next(client)).isEqualTo("42 is so");
    }

    @Test
    void isToldOnceWhichOfTheThingsAskedForThereAreNot() {
        replicas.start("41");
        var client = join("a", "no\"ne");

        assertThat(event(client)).endsWith("data: {\"prices\":[41 is so],\"missing\":[\"no\\\"ne\"]}\n\n");
        assertThat(event(join("none"))).endsWith("data: {\"prices\":[],\"missing\":[\"none\"]}\n\n");

        replicas.stop();
        assertThat(event(client)).endsWith("data: {\"prices\":[41 was so]}\n\n");
    }

    private Telling join(String... things) {
        var request = WatchPricesRequest.newBuilder().addAllThings(List.of(things));
        return stream.join(new Client(request.build(), false, Optional.empty(), () -> {}));
    }

    private static String event(Telling client) {
        var event = await().until(client::next, Objects::nonNull);
        return StandardCharsets.UTF_8.decode(event).toString();
    }

    private static String next(Telling client) {
        return event(client).replaceAll("(?s).*\\[|\\].*", "");
    }

    private static byte[] said(Message message) {
        var price = (Price) message;
        return (price.getAmount() + (price.getOld() ? " was so" : " is so")).getBytes(StandardCharsets.UTF_8);
    }

    /** A server with a port of its own. */
    private record Replica(Server server, ManagedChannel channel) {

        static Replica start(String amount) {
            var twin = new EchoTwin();
            twin.snapshot.set(WatchPricesResponse.newBuilder()
                    .addPrices(Price.newBuilder().setThing("a").setAmount(amount))
                    .build());
            try {
                var server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                        .addService(twin)
                        .build()
                        .start();
                return new Replica(
                        server,
                        Grpc.newChannelBuilder("127.0.0.1:" + server.getPort(), InsecureChannelCredentials.create())
                                .build());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void stop() {
            server.shutdownNow();
        }
    }

    /** Calls go to the one that was started last, as a balancer would have it. */
    private static final class Replicas extends Channel {

        private final List<Replica> all = new ArrayList<>();
        private final AtomicReference<Replica> current = new AtomicReference<>();

        void start(String amount) {
            current.set(Replica.start(amount));
            all.add(current());
        }

        Replica current() {
            return Objects.requireNonNull(current.get());
        }

        void stop() {
            all.forEach(Replica::stop);
        }

        void close() {
            stop();
            all.forEach(replica -> replica.channel().shutdownNow());
        }

        @Override
        public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
            return current().channel().newCall(method, options);
        }

        @Override
        public String authority() {
            return "replicas";
        }
    }
}
