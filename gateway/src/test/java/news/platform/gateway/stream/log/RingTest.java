package news.platform.gateway.stream.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.edge.v1.FilterOp;
import org.junit.jupiter.api.Test;

class RingTest {

    private static final FieldDescriptor TEXT = StringValue.getDescriptor().findFieldByName("value");
    private static final List<LogFields.Filter> FILTERS =
            List.of(new LogFields.Filter(TEXT, TEXT, FilterOp.FILTER_OP_EQUALS));
    private static final Wanted ALL = new Wanted(List.of(Set.of()));

    private final AtomicInteger rendered = new AtomicInteger();
    private final Function<Message, byte[]> json = message -> {
        rendered.incrementAndGet();
        return ((StringValue) message).getValue().getBytes(StandardCharsets.UTF_8);
    };
    private final Ring ring = new Ring(4, 100_000);

    @Test
    void findsThePlaceBehindAPosition() {
        ring.restart(10);
        add(20, "a");
        add(30, "b");

        assertThat(text(ring.placeBehind(10))).contains("data: a").contains("data: b");
        assertThat(text(ring.placeBehind(20))).doesNotContain("data: a").contains("data: b");
        assertThat(text(ring.placeBehind(25))).contains("id: 30");
        assertThat(text(ring.placeBehind(30))).isEmpty();
        assertThat(ring.placeBehind(9)).isNegative();
        assertThat(ring.placeBehind(31)).isNegative();
    }

    @Test
    void tellsNobodyWhatIsTakenBack() {
        ring.restart(0);
        add(10, "a");
        add(20, "b");
        add(30, "c");
        assertThat(text(ring.placeBehind(0))).contains("data: b");

        ring.takeBack(20);
        ring.takeBack(25);
        ring.takeBack(5);

        assertThat(text(ring.placeBehind(0)))
                .contains("data: a")
                .doesNotContain("data: b")
                .contains("data: c");
        assertThat(text(ring.placeBehind(20))).contains("data: c");
    }

    @Test
    void keepsTheLastOnesAndTellsWhoseAreGone() {
        ring.restart(0);
        long place = ring.placeBehind(0);
        for (int position = 1; position <= 5; position++) {
            add(position, "m" + position);
        }

        assertThat(ring.read(place, ALL)).isNull();
        assertThat(ring.placeBehind(0)).isNegative();
        assertThat(text(ring.placeBehind(1))).contains("m2").contains("m5");
    }

    @Test
    void keepsFewerWhereTheyAreLarge() {
        var small = new Ring(4, 100);
        small.restart(0);
        for (int position = 1; position <= 4; position++) {
            small.add(entry(position, "x".repeat(60)));
        }

        assertThat(small.placeBehind(3)).isPositive();
        assertThat(small.placeBehind(2)).isNegative();
        assertThat(small.bytes()).isLessThanOrEqualTo(100);
    }

    @Test
    void losesEveryPlaceWhenItBeginsAnew() {
        ring.restart(0);
        add(1, "a");
        long end = ring.end();

        ring.restart(5);

        assertThat(ring.read(end, ALL)).isNull();
        assertThat(ring.last()).isEqualTo(5);
        assertThat(ring.placeBehind(5)).isEqualTo(ring.end());
    }

    @Test
    void takesNothingTwice() {
        ring.restart(0);
        add(2, "a");
        add(2, "again");
        add(1, "late");

        assertThat(text(ring.placeBehind(0)))
                .contains("data: a")
                .doesNotContain("again")
                .doesNotContain("late");
    }

    @Test
    void rendersOnceAndOnlyWhatSomebodyWants() {
        ring.restart(0);
        add(1, "wanted");
        add(2, "not wanted");
        long place = ring.placeBehind(0);

        var one = requireNonNull(ring.read(place, new Wanted(List.of(Set.of("wanted")))));
        var other = requireNonNull(ring.read(place, new Wanted(List.of(Set.of("wanted")))));

        assertThat(one.bytes()).isSameAs(other.bytes());
        assertThat(one.events()).isOne();
        assertThat(one.position()).isEqualTo(2);
        assertThat(one.next()).isEqualTo(ring.end());
        assertThat(rendered).hasValue(1);
    }

    @Test
    void givesALotInPieces() {
        var large = new Ring(4, 1_000_000);
        large.restart(0);
        for (int position = 1; position <= 4; position++) {
            large.add(entry(position, "x".repeat(40_000)));
        }

        var first = requireNonNull(large.read(large.placeBehind(0), ALL));
        var second = requireNonNull(large.read(first.next(), ALL));

        assertThat(first.events() + second.events()).isEqualTo(4);
        assertThat(second.events()).isPositive();
        assertThat(first.position()).isEqualTo(first.events());
    }

    @Test
    void tellsEachReaderEverythingOnceWhileItIsFilled() throws Exception {
        int messages = 2_000;
        var busy = new Ring(messages, 10_000_000);
        busy.restart(0);
        long place = busy.placeBehind(0);

        try (var threads = Executors.newFixedThreadPool(4);
                AutoCloseable _ = threads::shutdownNow) {
            var readers = Stream.generate(() -> threads.submit(() -> told(busy, place, messages)))
                    .limit(4)
                    .toList();
            for (int position = 1; position <= messages; position++) {
                busy.add(entry(position, "m" + position));
            }

            var all =
                    IntStream.rangeClosed(1, messages).mapToObj(Long::toString).toList();
            for (var reader : readers) {
                assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo(all);
            }
        }
    }

    /** The ids of what a client hears until it has so many. */
    private static List<String> told(Ring ring, long from, int messages) {
        var ids = new ArrayList<String>();
        long place = from;
        while (ids.size() < messages && !Thread.currentThread().isInterrupted()) {
            if (place == ring.end()) {
                Thread.yield();
                continue;
            }
            var slice = requireNonNull(ring.read(place, ALL));
            new String(slice.bytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("id: "))
                    .map(line -> line.substring(4))
                    .forEach(ids::add);
            place = slice.next();
        }
        return ids;
    }

    private String text(long place) {
        return new String(requireNonNull(ring.read(place, ALL)).bytes(), StandardCharsets.UTF_8);
    }

    private void add(long position, String text) {
        ring.add(entry(position, text));
    }

    private Entry entry(long position, String text) {
        return new Entry(position, "told", StringValue.of(text), json, new Wanted.Values(FILTERS, new Object[] {text}));
    }
}
