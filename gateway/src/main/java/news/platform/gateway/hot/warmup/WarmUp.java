package news.platform.gateway.hot.warmup;

import io.grpc.Metadata;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import news.platform.gateway.answer.Answer;
import news.platform.gateway.call.Rendering;
import news.platform.gateway.call.Reply;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.guard.RateLimits;
import news.platform.gateway.hot.Target;
import news.platform.gateway.hot.Targets;
import news.platform.gateway.hot.encoding.Compression;
import news.platform.gateway.hot.memory.HotEntry;
import news.platform.gateway.hot.memory.HotEntry.Call;
import news.platform.gateway.hot.memory.HotKey;
import news.platform.gateway.hot.memory.HotStore;
import news.platform.gateway.hot.memory.Lifetimes.Sort;
import news.platform.gateway.hot.method.HotMethod;
import news.platform.gateway.hot.method.HotMethods;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/**
 * Exercises the edge's own paths before it says that it is ready, so that its first readers do not pay for the compiler:
 * answers from memory by real requests to its own port, the chain by requests that it refuses itself, the rendering of
 * answers in between. No service is called. What it puts into the memory stands under ids that nobody can guess and is taken
 * out again.
 */
final class WarmUp implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    private static final int RENDERINGS_PER_ROUND = 200;
    private static final int REFUSALS_PER_ROUND = 20;
    private static final int ANSWERS_PER_ROUND = 1_000;

    /** The answers in memory, and how they are found. */
    record Kept(HotMethods methods, HotStore store, Targets targets) {}

    /** What is exercised. */
    record Parts(Kept kept, Compression compression, Rendering rendering) {}

    /** An answer that only the warm-up asks for. */
    private record Warm(HotMethod method, String path, HotKey key) {}

    private final Parts parts;
    private final RateLimits limits;
    private final WarmUpProperties properties;
    private final Environment environment;

    WarmUp(Parts parts, RateLimits limits, WarmUpProperties properties, Environment environment) {
        this.parts = parts;
        this.limits = limits;
        this.properties = properties;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Integer port = environment.getProperty("local.server.port", Integer.class);
        if (properties.enabled() && port != null) {
            long start = System.nanoTime();
            int rounds = warm(new InetSocketAddress(address(), port), start);
            log.info("Warm after {} ms and {} rounds", (System.nanoTime() - start) / 1_000_000, rounds);
        }
    }

    /** The address that it listens on; where that is every one, the machine's own. */
    InetAddress address() {
        InetAddress address = environment.getProperty("server.address", InetAddress.class);
        return address == null || address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    }

    /** How many rounds it took; 0 when something was in the way. */
    int warm(InetSocketAddress own, long start) {
        List<Warm> samples = new ArrayList<>();
        try (var reader = new OwnPortReader(own)) {
            limits.warming(reader.address());
            samples.addAll(samples());
            return exercise(reader, start + properties.limit().toNanos(), samples);
        } catch (IOException e) {
            log.warn("Not warm, going on cold: {}", e.toString());
            return 0;
        } finally {
            limits.warming(null);
            samples.forEach(sample -> parts.kept().store().remove(sample.key()));
            parts.kept().methods().forgetMetrics();
        }
    }

    private int exercise(OwnPortReader reader, long end, List<Warm> samples) throws IOException {
        int rounds = 0;
        while (System.nanoTime() - end < 0 && !samples.isEmpty()) {
            for (Warm sample : samples) {
                round(reader, sample, end);
            }
            rounds++;
        }
        // answered by the connection after all before it are measured, so that nothing is measured once that is
        // forgotten
        reader.get("/none/of/the/contract", "");
        return rounds;
    }

    private void round(OwnPortReader reader, Warm sample, long end) throws IOException {
        for (int i = 0; i < REFUSALS_PER_ROUND && System.nanoTime() - end < 0; i++) {
            reader.get(sample.path() + "/none/of/the/contract", "");
        }
        for (int i = 0; i < RENDERINGS_PER_ROUND && System.nanoTime() - end < 0; i++) {
            render(sample.method());
        }
        keepAgain(sample);
        String etag = reader.get(sample.path(), "");
        for (int i = 0; i < ANSWERS_PER_ROUND && System.nanoTime() - end < 0; i++) {
            keepAgain(sample);
            reader.get(sample.path(), "");
            reader.get(sample.path(), "Accept-Encoding: gzip, deflate, br\r\n");
            reader.get(sample.path(), "If-None-Match: " + etag + "\r\n");
        }
    }

    /** One answer of each method whose path takes an id: there an id can be taken that nobody else asks for. */
    private List<Warm> samples() {
        List<Warm> samples = new ArrayList<>();
        for (HotMethod method : parts.kept().methods().all()) {
            HttpBinding binding = method.method().bindings().getFirst();
            if (binding.httpMethod().equals("GET") && !binding.pathVariables().isEmpty()) {
                String path = binding.template()
                        .text()
                        .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
                Target target = parts.kept().targets().find(path, null);
                if (target != null) {
                    samples.add(new Warm(method, path, target.shared()));
                }
            }
        }
        return samples;
    }

    private Answer render(HotMethod method) {
        Reply reply = new Reply(Sample.of(method.method().response()), new Metadata());
        return parts.rendering()
                .render(method.method(), method.method().bindings().getFirst(), reply, "");
    }

    /** The first positions of the event feed clear the memory, samples included. */
    private void keepAgain(Warm sample) {
        if (parts.kept().store().find(sample.key()) == null) {
            keep(sample.key(), render(sample.method()));
        }
    }

    private void keep(HotKey key, Answer answer) {
        HotStore store = parts.kept().store();
        long now = store.now();
        store.keep(new HotEntry(
                key, answer, Set.of(), Sort.SAMPLE, parts.compression(), new Call(store.purgeCount(), now, now)));
    }
}
