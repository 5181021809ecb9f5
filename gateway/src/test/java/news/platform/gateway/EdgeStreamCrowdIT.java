package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.platform.gateway.testing.EchoTwin;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.SseClient;
import news.platform.gateway.testing.Twins;
import news.platform.test.TestTokens;
import news.platform.testing.v1.InboxLetter;
import news.platform.testing.v1.Price;
import news.platform.testing.v1.WatchInboxResponse;
import news.platform.testing.v1.WatchPricesResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Many clients in the modes mine and latest: two hundred with the suite, as many as one likes with {@code
 * -Dnews.test.clients=2000}; then, on a machine that does nothing else, it is also measured how late they are told.
 */
@EdgeTest
@Timeout(300)
class EdgeStreamCrowdIT {

    private static final int CLIENTS = Integer.getInteger("news.test.clients", 200);
    private static final boolean MEASURED = System.getProperty("news.test.clients") != null;
    private static final Duration LATEST = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int PER_ADDRESS = 40;
    private static final int LETTERS = 5;
    private static final int THINGS = 200;
    private static final int WANTED = 10;
    private static final Pattern PRICE = Pattern.compile("\"thing\":\"(\\d+)\",\"amount\":\"(\\d+)\"");

    @Autowired
    EdgeClient client;

    @Autowired
    Twins twins;

    private final List<SseClient> clients = new ArrayList<>();
    private final CountDownLatch greeted = new CountDownLatch(CLIENTS);
    private EchoTwin echo;

    @BeforeEach
    void twin() {
        echo = twins.echo;
    }

    @AfterEach
    void leave() {
        clients.forEach(SseClient::close);
    }

    @Test
    void tellsEachCallerWhatIsForItAndNothingElse() throws Exception {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var late = new ArrayList<Future<Long>>();
            for (int number = 0; number < CLIENTS; number++) {
                int own = number;
                var reader = open(number, "/test/inbox:stream");
                late.add(readers.submit(() -> readLetters(own, reader)));
            }
            assertThat(greeted.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

            // a thousand letters a second
            paced(CLIENTS * LETTERS / 10, Duration.ofMillis(10), tick -> IntStream.range(0, 10)
                    .forEach(i -> echo.inboxes.tell(letter((int) tick * 10 + i))));

            assertInTime("mine", late);
        }
    }

    /** Returns by how many nanoseconds the latest was late. */
    private long readLetters(int own, SseClient reader) {
        assertThat(reader.next().type()).isEqualTo("opened");
        greeted.countDown();
        long late = 0;
        for (int letter = 0; letter < LETTERS; letter++) {
            var words = reader.texts(1).getFirst().split(" ");
            assertThat(words).startsWith(user(own), Integer.toString(letter));
            late = Math.max(late, System.nanoTime() - Long.parseLong(words[2]));
        }
        return late;
    }

    /** A thing's amount is the time of its change; the last change is one of all things. */
    @Test
    void tellsEachClientTheLastValuesOfWhatItWants() throws Exception {
        List<NavigableSet<Long>> changes = IntStream.range(0, THINGS)
                .<NavigableSet<Long>>mapToObj(_ -> new ConcurrentSkipListSet<>(List.of(0L)))
                .toList();
        var end = new AtomicLong(-1);
        echo.snapshot.set(prices(IntStream.range(0, THINGS), 0));
        echo.prices.breakCalls();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var late = new ArrayList<Future<Long>>();
            for (int number = 0; number < CLIENTS; number++) {
                var wanted = IntStream.range(number, number + WANTED)
                        .mapToObj(thing -> Integer.toString(thing % THINGS))
                        .toList();
                var reader = open(number, "/test/prices:stream?things=" + String.join("&things=", wanted));
                late.add(readers.submit(() -> readPrices(wanted, reader, changes, end)));
            }
            assertThat(greeted.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

            var random = new Random(1);
            // five hundred changes a second
            paced(MEASURED ? 500 : 50, Duration.ofMillis(20), _ -> {
                int[] things = random.ints(10, 0, THINGS).toArray();
                change(changes, things, System.nanoTime());
            });
            end.set(System.nanoTime());
            change(changes, IntStream.range(0, THINGS).toArray(), end.get());

            assertInTime("latest", late);
        }
    }

    private void change(List<NavigableSet<Long>> changes, int[] things, long now) {
        for (int thing : things) {
            changes.get(thing).add(now);
        }
        echo.prices.tell(prices(IntStream.of(things).distinct(), now));
    }

    /** Returns by how many nanoseconds the first change that it had not been told of was late, at most. */
    private long readPrices(List<String> wanted, SseClient reader, List<NavigableSet<Long>> changes, AtomicLong end) {
        var known = new HashMap<String, Long>();
        long late = 0;
        while (known.size() < WANTED || known.values().stream().anyMatch(amount -> amount != end.get())) {
            var prices = read(reader.next());
            long now = System.nanoTime();
            assertThat(wanted).containsAll(prices.keySet());
            for (var price : prices.entrySet()) {
                var before = known.put(price.getKey(), price.getValue());
                var missed = before == null
                        ? null
                        : changes.get(Integer.parseInt(price.getKey())).higher(before);
                late = missed == null ? late : Math.max(late, now - missed);
            }
            if (known.size() == WANTED && known.values().stream().allMatch(amount -> amount == 0)) {
                greeted.countDown();
            }
        }
        return late;
    }

    private static void assertInTime(String mode, List<Future<Long>> late) throws Exception {
        var nanos = new ArrayList<Long>();
        for (var one : late) {
            nanos.add(one.get(LONG.toSeconds(), TimeUnit.SECONDS));
        }
        nanos.sort(null);
        System.out.printf(
                "crowd: %d clients of mode %s; told at the latest after %d ms, half of them after %d ms%n",
                CLIENTS, mode, nanos.getLast() / 1_000_000, nanos.get(CLIENTS / 2) / 1_000_000);
        if (MEASURED) {
            assertThat(Duration.ofNanos(nanos.getLast())).isLessThan(LATEST);
        }
    }

    /** {@code work} is told how often it was done before. */
    private static void paced(int times, Duration every, LongConsumer work) {
        var left = new AtomicLong(times);
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var ticking = clock.scheduleAtFixedRate(
                    () -> {
                        if (left.get() > 0) {
                            work.accept(times - left.get());
                            left.decrementAndGet();
                        }
                    },
                    0,
                    every.toMillis(),
                    TimeUnit.MILLISECONDS);
            await().atMost(LONG).until(() -> left.get() == 0 || ticking.isDone());
        }
        assertThat(left).hasValue(0);
    }

    private static Map<String, Long> read(SseClient.Event event) {
        assertThat(event.type()).isEqualTo("prices");
        var prices = new HashMap<String, Long>();
        var matcher = PRICE.matcher(event.data());
        while (matcher.find()) {
            prices.put(matcher.group(1), Long.parseLong(matcher.group(2)));
        }
        return prices;
    }

    private static WatchPricesResponse prices(IntStream things, long amount) {
        var prices = WatchPricesResponse.newBuilder();
        things.forEach(thing -> prices.addPrices(
                Price.newBuilder().setThing(Integer.toString(thing)).setAmount(Long.toString(amount))));
        return prices.build();
    }

    /** To one after the other, then to all again. */
    private static WatchInboxResponse letter(int number) {
        var text = "%s %d %d".formatted(user(number % CLIENTS), number / CLIENTS, System.nanoTime());
        return WatchInboxResponse.newBuilder()
                .setUserId(user(number % CLIENTS))
                .setEvent("letter.came")
                .setLetter(InboxLetter.newBuilder().setText(text))
                .build();
    }

    private static String user(int number) {
        return "crowd-" + number;
    }

    private SseClient open(int number, String path) {
        var token = "Authorization: Bearer " + TestTokens.user(user(number));
        var address = "127.0.2." + (1 + number / PER_ADDRESS);
        var opened = SseClient.from(address, client.port(), path, token);
        clients.add(opened);
        return opened;
    }
}
