package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything that grows has a rule, and the page that says so knows every table. */
class RetentionTest {
    private static final Pattern CREATED = Pattern.compile("(?im)^create table (\\w+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| ([\\w., ]+) \\|");

    @Test
    void thePageOnRetentionNamesTheTablesOfEveryService() {
        var tables = new TreeSet<String>();
        for (var migration : Repository.files(".sql")) {
            // benchmarks throw their databases away
            if (migration.toString().contains("/src/main/resources/db/")
                    && !service(migration).equals("benchmarks")) {
                tables.addAll(created(service(migration), Repository.text(migration)));
            }
        }

        assertThat(tables).contains("each platform.outbox", "user account");
        assertThat(named(Repository.text(Repository.ROOT.resolve("docs/retention.md"))))
                .isEqualTo(tables);
    }

    @Test
    void catchesATableThatThePageDoesNotName() {
        assertThat(created("user", "-- why\nCREATE TABLE badge (\n  id text\n);\ncreate table medal ("))
                .containsExactlyInAnyOrder("user badge", "user medal");
        assertThat(named("| service | table |\n|---|---|\n| user | badge, session | when old |"))
                .containsExactlyInAnyOrder("user badge", "user session");
    }

    private static Set<String> created(String service, String migration) {
        var tables = new TreeSet<String>();
        var created = CREATED.matcher(migration);
        while (created.find()) {
            tables.add(service + (service.equals("each") ? " platform." : " ") + created.group(1));
        }
        return tables;
    }

    private static Set<String> named(String page) {
        var tables = new TreeSet<String>();
        var row = ROW.matcher(page);
        while (row.find()) {
            for (var table : row.group(2).split(", ")) {
                tables.add(row.group(1) + " " + table);
            }
        }
        tables.remove("service table");
        return tables;
    }

    /** Whose it is: the platform's are in the database of each service. */
    private static String service(Path migration) {
        var module = Repository.ROOT.relativize(migration).getName(0).toString();
        return module.equals("platform") ? "each" : module.replace("-service", "");
    }
}
