package news.platform.local.scaffold;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a service that builds, starts and answers at the edge, and names it wherever services are named. */
public final class NewService {
    private static final String NEXT = """

            Next:
              ./news test contracts %1$s
              ./news up
              curl -i localhost:8080/api/v1/%2$s/example
            Then make it what it shall be: messages, rpcs and their policies in contracts, the record and the table in
            %1$s, its words in docs/glossary.md; in platform.json whom it calls.""";

    private final Path root;
    private final PrintStream out;

    /** @param root the checkout */
    public NewService(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** Writes it and says what was written. Complains, with nothing written, about a name that cannot be or is taken. */
    public void create(String word) {
        var name = new ServiceName(word);
        var checkout = new Checkout(root);
        checkout.requireFree(name);
        int ordinal = checkout.freeOrdinal();
        String version = checkout.version();
        Map<String, String> files = new LinkedHashMap<>();
        for (Template template : Template.values()) {
            files.put(template.path(name), template.text(name).replace("__version__", version));
        }
        files.put(Checkout.TABLE, checkout.table(name, ordinal));
        files.put(Checkout.CHART_TABLE, checkout.table(name, ordinal));
        files.put(Checkout.POM, checkout.pom(name));
        files.put(Checkout.README, checkout.readme(name));
        files.forEach(this::write);
        out.println(NEXT.formatted(name.module(), name.plural()));
    }

    private void write(String path, String text) {
        Path file = root.resolve(path);
        try {
            out.println((Files.exists(file) ? "changed  " : "wrote    ") + path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
