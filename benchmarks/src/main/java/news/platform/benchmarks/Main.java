package news.platform.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import news.platform.local.console.Exit;
import news.platform.local.console.Progress;
import news.platform.local.file.ExitHook;
import news.platform.local.file.Home;
import news.platform.local.up.RunningPlatform;

/** The command behind {@code ./news bench}: the first argument is the checkout, the others say which benchmark. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        Exit.after(() -> run(new Home(Path.of(words.getFirst())), words.subList(1, words.size())));
    }

    private static void run(Home home, List<String> words) {
        Progress progress = new Progress(System.out);
        RunningPlatform platform = RunningPlatform.find(home);
        platform.awaitTrained(progress);
        ExitHook putBack = ExitHook.add(() -> {
            progress.line("putting everything back as it was …");
            platform.putBack();
        });
        try (putBack) {
            new Benchmarks(home, platform, progress).run(words);
        }
    }
}
