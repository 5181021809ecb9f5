package news.platform.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import news.platform.fuzz.Outcome.Asked;
import news.platform.fuzz.request.ByteText;
import news.platform.fuzz.request.RawRequest;
import news.platform.fuzz.verdict.Findings;
import news.platform.fuzz.wire.Answer;
import news.platform.fuzz.wire.Result;

/** Counts. Safe for several threads. */
final class Tally {
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");
    private static final int CREATED = 201;

    private final ConcurrentSkipListMap<Integer, Long> statuses = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Asked> operations = new ConcurrentSkipListMap<>();
    private final Map<String, List<String>> created = new ConcurrentHashMap<>();

    void count(RawRequest request, Result result) {
        int status = result instanceof Answer answer ? answer.status() : 0;
        statuses.merge(status, 1L, Long::sum);
        boolean success = status >= 200 && status < 300;
        operations.merge(request.operation(), new Asked(1, success ? 1 : 0), Asked::plus);
        if (status == CREATED && result instanceof Answer answer) {
            remember(request.operation(), ByteText.of(answer.body()));
        }
    }

    private void remember(String operation, String body) {
        var id = ID.matcher(body);
        if (id.find()) {
            var name = Objects.requireNonNull(id.group(1));
            created.compute(operation, (_, ids) -> {
                List<String> list = ids == null ? new ArrayList<>() : ids;
                list.add(name);
                return list;
            });
        }
    }

    Outcome outcome(long seed, Duration took, Findings findings) {
        return new Outcome(
                seed,
                took,
                new TreeMap<>(statuses),
                new TreeMap<>(operations),
                findings.all(),
                findings.list(),
                Map.copyOf(created));
    }
}
