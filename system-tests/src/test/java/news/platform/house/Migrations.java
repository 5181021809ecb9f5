package news.platform.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the database's objects are called: after their table and columns, so that an error message says where to look. */
final class Migrations {
    private static final Pattern LOUD =
            Pattern.compile("\\b(CREATE|ALTER|TABLE|INDEX|CONSTRAINT|INSERT|UPDATE|DELETE|SELECT|NOT NULL|DEFAULT)\\b");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|--[^\n]*");
    private static final Pattern STATEMENT = Pattern.compile("(?s)(create|alter) table (\\w+)(.*?);\n");
    private static final Pattern CONSTRAINT =
            Pattern.compile("constraint (\\w+)\\s+(primary key|foreign key|unique|check)\\s*(?:\\(([\\w, ]+)\\))?");
    private static final Pattern INDEX =
            Pattern.compile("(.*)\ncreate (unique )?index (\\w+) on (\\w+) \\(([^)]*)\\)( where)?");

    private Migrations() {}

    /** What is wrong with a migration. */
    static List<String> problems(String sql) {
        var problems = new ArrayList<String>();
        LOUD.matcher(QUOTED.matcher(sql).replaceAll(""))
                .results()
                .forEach(found -> problems.add(found.group() + " (expected: lower case)"));
        STATEMENT.matcher(sql).results().forEach(statement -> CONSTRAINT
                .matcher(statement.group(3))
                .results()
                .forEach(found -> checkConstraint(statement.group(2), found, problems)));
        INDEX.matcher("\n" + sql).results().forEach(found -> checkIndex(found, problems));
        return problems;
    }

    private static void checkConstraint(String table, MatchResult found, List<String> problems) {
        var name = found.group(1);
        var expected =
                switch (found.group(2)) {
                    case "primary key" -> table + "_pk";
                    case "foreign key" -> table + "_" + columns(found.group(3)) + "_fk";
                    case "unique" -> table + "_" + columns(found.group(3)) + "_uq";
                    default -> table + "_<columns>_ck";
                };
        var right =
                expected.endsWith("_ck") ? name.startsWith(table + "_") && name.endsWith("_ck") : name.equals(expected);
        if (!right) {
            problems.add("constraint " + name + " (expected: " + expected + ")");
        }
    }

    private static void checkIndex(MatchResult found, List<String> problems) {
        var name = found.group(3);
        var table = found.group(4) + "_";
        var kind = found.group(2) == null ? "_ix" : "_uq";
        var expected = table + columns(found.group(5)) + kind;
        // one of some rows may be called after what tells them apart
        var some = found.group(6) != null && name.startsWith(table) && name.endsWith(kind);
        if (!some && !name.equals(expected)) {
            problems.add("index " + name + " (expected: " + expected + ")");
        }
        if (!found.group(1).strip().startsWith("--")) {
            problems.add("index " + name + " (expected: a comment above it with the query that it serves)");
        }
    }

    private static String columns(@Nullable String list) {
        return list == null
                ? "<columns>"
                : List.of(list.split(",")).stream()
                        .map(column -> column.strip().split(" ")[0])
                        .collect(Collectors.joining("_"));
    }
}
