package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.platform.content.v1.GetArticleRequest;
import news.platform.gateway.answer.AnswerCache;
import news.platform.gateway.answer.Question;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.Method;
import news.platform.gateway.hot.load.Flights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

/** A long deadline: on a busy machine ten thousand readers take a while to arrive, and the call waits for them all. */
@HotTest
@TestPropertySource(
        properties = {
            "news.policy.file=src/test/resources/policies/ages-and-deadline.properties",
            "news.gateway.hot.max-waiters=20000"
        })
class HotConcurrencyIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private AnswerCache cache;

    @Autowired
    private Flights flights;

    @Autowired
    private Contract contract;

    @Autowired
    private MeterRegistry meters;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(port);
        EventSource.awaitReaders(meters);
    }

    @Test
    void asksOnceForTenThousandReadersOfAColdArticle() throws Exception {
        newsroom.publish("cold", "Everybody wants it");
        CountDownLatch gate = newsroom.block("cold");
        Method method = contract.method(Newsroom.GET).orElseThrow();
        Question question = question(method, "cold");
        AtomicInteger good = new AtomicInteger();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10_000; i++) {
                readers.submit(() -> {
                    var response = new MockHttpServletResponse();
                    cache.answer(question, new MockHttpServletRequest("GET", "/api/v1/articles/cold"), response);
                    if (response.getStatus() == 200) {
                        good.incrementAndGet();
                    }
                    return null;
                });
            }
            awaitWaiting(9_999);
            gate.countDown();
        }

        assertThat(good).hasValue(10_000);
        assertThat(newsroom.calls("cold")).isOne();
    }

    @Test
    void asksOnceForManyConnections() throws Exception {
        newsroom.publish("spike", "Everybody wants it");
        CountDownLatch gate = newsroom.block("spike");

        var statuses = inParallel(500, gate, () -> client.get("/api/v1/articles/spike"));

        assertThat(statuses).containsExactlyEntriesOf(Map.of(200, 500));
        assertThat(newsroom.calls("spike")).isOne();
    }

    @Test
    void sharesAFailureToo() throws Exception {
        newsroom.fail("broken", Status.Code.UNAVAILABLE);
        CountDownLatch gate = newsroom.block("broken");

        var statuses = inParallel(200, gate, () -> client.get("/api/v1/articles/broken"));

        assertThat(statuses).containsExactlyEntriesOf(Map.of(503, 200));
        // the one call, and its retry
        assertThat(newsroom.calls("broken")).isBetween(1L, 2L);
    }

    private Map<Integer, Integer> inParallel(int readers, CountDownLatch gate, Callable<Client.Got> read)
            throws InterruptedException, ExecutionException {
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Client.Got>> all = IntStream.range(0, readers)
                    .mapToObj(i -> threads.submit(read))
                    .toList();
            awaitWaiting(readers - 1);
            gate.countDown();
            for (Future<Client.Got> one : all) {
                statuses.merge(one.get().status(), 1, Integer::sum);
            }
        }
        return statuses;
    }

    /** All but the one who makes the call. */
    private void awaitWaiting(int readers) {
        await().atMost(50, TimeUnit.SECONDS).until(() -> flights.waiting() == readers);
    }

    private static Question question(Method method, String id) {
        return new Question(
                method,
                method.bindings().getFirst(),
                GetArticleRequest.newBuilder().setArticleId(id).build(),
                "",
                Optional.empty(),
                "");
    }
}
