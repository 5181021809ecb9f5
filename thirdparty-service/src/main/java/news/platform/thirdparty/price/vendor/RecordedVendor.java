package news.platform.thirdparty.price.vendor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.thirdparty.parse.BoundedJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Plays a {@link Recording}, again and again: each tick as long after the first as it was then, as if it happened now. */
final class RecordedVendor implements Vendor {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MOST = 10_000;

    private final VendorLine line;
    private final Path file;
    private final Clock clock;
    private @Nullable Playing playing;

    RecordedVendor(VendorLine line, Path file, Clock clock) {
        this.line = line;
        this.file = file;
        this.clock = clock;
    }

    @Override
    public List<Tick> ticks(Set<String> symbols) throws IOException {
        var current = playing;
        if (current == null) {
            current = line.guard().call(() -> new Playing(Files.newBufferedReader(file), clock.instant()));
            playing = current;
        }
        var ticks = new ArrayList<Tick>();
        var now = clock.instant();
        while (ticks.size() < MOST) {
            var tick = current.next(now);
            if (tick.isEmpty()) {
                break;
            }
            tick.filter(each -> symbols.contains(each.symbol()))
                    .ifPresentOrElse(ticks::add, line.losses().leftOut()::increment);
        }
        endOf(current);
        line.guard().worked();
        return ticks;
    }

    private void endOf(Playing current) throws IOException {
        if (current.isOver()) {
            close();
            if (current.isEmpty()) {
                throw new IOException(file + " holds no ticks");
            }
        }
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void close() {
        var current = playing;
        playing = null;
        if (current != null) {
            current.close();
        }
    }

    private static final class Playing {
        private final BufferedReader lines;
        private final Instant begin;
        private @Nullable Instant first;
        private @Nullable Tick waiting;
        private boolean over;

        Playing(BufferedReader lines, Instant begin) {
            this.lines = lines;
            this.begin = begin;
        }

        boolean isOver() {
            return over;
        }

        boolean isEmpty() {
            return first == null;
        }

        /** The next one whose time has come. */
        Optional<Tick> next(Instant now) throws IOException {
            var tick = waiting == null ? read() : waiting;
            if (tick == null || first == null) {
                return Optional.empty();
            }
            var due = begin.plus(Duration.between(first, tick.time()));
            waiting = due.isAfter(now) ? tick : null;
            return waiting == null
                    ? Optional.of(new Tick(tick.symbol(), tick.price(), tick.volume(), due, tick.correction()))
                    : Optional.empty();
        }

        private @Nullable Tick read() throws IOException {
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                var tick = tick(text);
                if (tick.isPresent()) {
                    first = first == null ? tick.get().time() : first;
                    return tick.get();
                }
            }
            over = true;
            return null;
        }

        /** Empty for half a line, which is what a process that was killed leaves. */
        private static Optional<Tick> tick(String text) {
            try {
                return TickJson.tick(BoundedJson.read(text));
            } catch (JacksonException _) {
                return Optional.empty();
            }
        }

        void close() {
            try {
                lines.close();
            } catch (IOException _) {
                // it was only read
            }
        }
    }
}
