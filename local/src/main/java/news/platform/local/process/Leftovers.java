package news.platform.local.process;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;

/** Processes of an earlier run whose launcher was killed. */
public final class Leftovers {
    private final Home home;
    private final Progress progress;

    public Leftovers(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** The names of those that still run. */
    public List<String> names() {
        return RunFile.all(home.run())
                .filter(file -> file.process().isPresent())
                .map(RunFile::name)
                .sorted()
                .toList();
    }

    /** Ends them in order and forgets them; a stranger that got a number of theirs is left alone. */
    public void end() {
        Map<Integer, List<RunFile>> ranks = RunFile.all(home.run())
                .collect(Collectors.groupingBy(
                        RunFile::rank, () -> new TreeMap<>(Comparator.<Integer>reverseOrder()), Collectors.toList()));
        ranks.values().forEach(rank -> rank.parallelStream().forEach(this::end));
    }

    private void end(RunFile file) {
        file.process().ifPresent(process -> {
            progress.line("ending " + file.name() + " (pid " + file.pid() + "), left over from an earlier run");
            Signals.end(process, file.stopSignal());
        });
        file.delete(home.run());
    }
}
