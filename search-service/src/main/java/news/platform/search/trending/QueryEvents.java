package news.platform.search.trending;

import java.time.Clock;
import java.util.regex.Pattern;
import news.platform.messaging.signal.Signals;
import news.platform.search.text.Folding;
import news.platform.search.v1.QueryAsked;
import org.springframework.stereotype.Component;

/** Tells what readers ask, where it may be shown to others: few words, no operators. It may be lost. */
@Component
public final class QueryEvents {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern SHOWN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M} .&'+%-]*");

    private final Signals signals;
    private final Askers askers;
    private final Clock clock;

    QueryEvents(Signals signals, Askers askers, Clock clock) {
        this.signals = signals;
        this.askers = askers;
        this.clock = clock;
    }

    /** Somebody at this address asked this, and something was found. */
    public void asked(String text, String address) {
        var plain = SPACES.matcher(Folding.of(text).strip()).replaceAll(" ");
        if (plain.length() >= SHORTEST
                && plain.length() <= LONGEST
                && SHOWN.matcher(plain).matches()) {
            signals.send(
                    QueryAsked.newBuilder()
                            .setText(plain)
                            .setVersion(clock.millis())
                            .build(),
                    askers.of(address));
        }
    }
}
