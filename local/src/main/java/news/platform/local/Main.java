package news.platform.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;
import news.platform.local.console.Exit;
import news.platform.local.file.Home;
import news.platform.local.ingest.ImportOptions;
import news.platform.local.scaffold.NewService;
import news.platform.local.up.Launcher;
import news.platform.local.up.UpOptions;
import news.platform.local.up.Visitor;

/** The commands behind {@code ./news}: the first argument is the checkout, the second the command. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        Exit.after(() -> run(new Home(Path.of(words.getFirst())), words.get(1), words.subList(2, words.size())));
    }

    private static void run(Home home, String command, List<String> words) {
        Visitor visitor = new Visitor(home, System.out);
        switch (command) {
            case "up" -> new Launcher(home, UpOptions.parse(words), System.out).run();
            case "down" -> visitor.down();
            case "status" -> visitor.status();
            case "running" -> visitor.requireUp();
            case "doctor" -> visitor.doctor();
            case "token" -> visitor.token(the("user", words));
            case "import" -> visitor.importFile(ImportOptions.parse(words));
            case "policy" -> visitor.policy(words);
            case "grpc" -> visitor.grpc(words);
            case "search" -> visitor.search(words);
            case "manage" -> visitor.manage(the("service", words), words.subList(1, words.size()));
            case "new-service" -> new NewService(home.root(), System.out).create(the("name", words));
            case "kill", "stop" -> visitor.pass(command, the("part", words));
            case "start" -> visitor.pass(start(words));
            default -> throw new Complaint("There is no command " + command + ": see ./news help.");
        }
    }

    private static String[] start(List<String> words) {
        the("part", words);
        return Stream.concat(Stream.of("start"), words.stream()).toArray(String[]::new);
    }

    private static String the(String what, List<String> words) {
        if (words.isEmpty()) {
            throw new Complaint("Say which " + what + ": see ./news help.");
        }
        return words.getFirst();
    }
}
