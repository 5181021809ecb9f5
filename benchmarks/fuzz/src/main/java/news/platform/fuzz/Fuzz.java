package news.platform.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import news.platform.fuzz.contract.Operations;
import news.platform.fuzz.request.Drafts;
import news.platform.fuzz.request.RawRequest;
import news.platform.fuzz.verdict.Fault;
import news.platform.fuzz.verdict.Findings;
import news.platform.fuzz.verdict.Judge;
import news.platform.fuzz.wire.Answer;
import news.platform.fuzz.wire.Result;
import news.platform.fuzz.wire.Wire;

/** One run: workers take numbers, make the requests, send them and judge what comes. */
public final class Fuzz {
    private static final int UNAUTHENTICATED = 401;

    private final Setting setting;
    private final Requests requests;
    private final Judge judge = new Judge();
    private final Findings findings = new Findings();
    private final Tally tally = new Tally();
    private final AtomicLong next = new AtomicLong();

    public Fuzz(Setting setting) {
        this.setting = setting;
        var drafts = new Drafts("127.0.0.1:" + setting.port(), setting.known());
        var operations = Operations.read(setting.descriptors()).stream()
                .filter(operation -> setting.wanted().test(operation.name()))
                .toList();
        this.requests = new Requests(setting.seed(), operations, drafts);
    }

    /**
     * Ends at the count or the time, whichever is first.
     *
     * @param progress hears of each new kind of fault
     */
    public Outcome run(long count, Duration time, Consumer<String> progress) {
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < setting.workers(); i++) {
            var source = setting.sources().get(i % setting.sources().size());
            threads.add(Thread.ofPlatform()
                    .name("fuzz-" + i)
                    .start(() -> work(source, count, begin + time.toNanos(), progress)));
        }
        threads.forEach(Fuzz::join);
        return tally.outcome(setting.seed(), Duration.ofNanos(System.nanoTime() - begin), findings);
    }

    /** How many were asked so far. */
    public long asked() {
        return next.get();
    }

    /** How many answers at fault there were so far. */
    public long faults() {
        return findings.all();
    }

    private void work(String source, long count, long end, Consumer<String> progress) {
        try (var wire = new Wire(setting.port(), source, setting.tokens())) {
            for (long number = next.getAndIncrement();
                    number < count && System.nanoTime() < end;
                    number = next.getAndIncrement()) {
                ask(wire, number, progress);
            }
        }
    }

    private void ask(Wire wire, long number, Consumer<String> progress) {
        var request = requests.of(number);
        var result = wire.send(request);
        tally.count(request, result);
        if (request.mutations().isEmpty() && result instanceof Answer answer && answer.status() == UNAUTHENTICATED) {
            setting.tokens().refused();
        }
        judge.judge(request, result)
                .filter(fault -> findings.isNew(fault, request))
                .ifPresent(fault -> found(fault, request, result, new Lesser(requests, judge, wire), progress));
    }

    private void found(Fault fault, RawRequest request, Result result, Lesser lesser, Consumer<String> progress) {
        var least = lesser.search(request, fault);
        boolean fresh = least.map(less -> findings.add(fault, less.request(), less.result()))
                .orElseGet(() -> findings.addUnsteady(fault, request, result));
        if (fresh) {
            var shown = least.map(Lesser.Found::request).orElse(request);
            progress.accept(fault.kind() + "; " + String.join(", ", shown.mutations()));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
