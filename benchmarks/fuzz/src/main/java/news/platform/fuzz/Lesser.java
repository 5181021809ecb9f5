package news.platform.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.RawRequest;
import news.platform.fuzz.verdict.Fault;
import news.platform.fuzz.verdict.Judge;
import news.platform.fuzz.wire.Result;
import news.platform.fuzz.wire.Wire;

/** Looks for the least that shows the same fault: fewer mutations, then fewer header lines. */
final class Lesser {
    private static final int MOST_LINES = 40;
    private static final String END = "\r\n";

    private final Requests requests;
    private final Judge judge;
    private final Wire wire;

    record Found(RawRequest request, Result result) {}

    Lesser(Requests requests, Judge judge, Wire wire) {
        this.requests = requests;
        this.judge = judge;
        this.wire = wire;
    }

    /** Empty where it does not even show again by itself. */
    Optional<Found> search(RawRequest request, Fault fault) {
        return shows(request, fault).map(found -> search(found, fault));
    }

    private Found search(Found found, Fault fault) {
        var least = found;
        var request = found.request();
        int count = request.mutations().size();
        for (int size = 0; size < count && least.request() == request; size++) {
            for (int mask = 0; mask < 1 << count && least.request() == request; mask++) {
                int wanted = mask;
                if (Integer.bitCount(mask) == size) {
                    least = shows(requests.of(request.number(), i -> (wanted >> i & 1) == 1), fault)
                            .orElse(least);
                }
            }
        }
        return withoutLines(least, fault);
    }

    private Found withoutLines(Found found, Fault fault) {
        var text = ByteText.of(found.request().bytes());
        int end = text.indexOf(END + END);
        List<String> lines =
                new ArrayList<>(List.of(text.substring(0, Math.max(0, end)).split(END, -1)));
        if (end < 0 || lines.size() > MOST_LINES) {
            return found;
        }
        var least = found;
        for (int i = lines.size() - 1; i > 0; i--) {
            var line = lines.remove(i);
            var shorter = String.join(END, lines) + text.substring(end);
            var shown = shows(found.request().with(ByteText.bytes(shorter)), fault);
            if (shown.isPresent()) {
                least = shown.get();
            } else {
                lines.add(i, line);
            }
        }
        return least;
    }

    private Optional<Found> shows(RawRequest request, Fault fault) {
        var result = wire.send(request);
        return judge.judge(request, result).filter(fault::equals).map(_ -> new Found(request, result));
    }
}
