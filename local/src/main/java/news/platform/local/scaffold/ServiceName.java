package news.platform.local.scaffold;

import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import news.platform.local.console.Complaint;

/**
 * The word that a new service is called by: its packages, table, messages and route follow from it.
 *
 * @param word e.g. {@code ranking}
 */
record ServiceName(String word) {
    private static final Pattern WORD = Pattern.compile("[a-z]{2,30}");
    private static final Pattern HISSING = Pattern.compile(".*(s|x|z|ch|sh)");
    private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");
    /** Nouns that PostgreSQL takes for no table. */
    private static final Set<String> SQL = Set.of(
            "check", "column", "fetch", "grant", "group", "limit", "offset", "order", "table", "union", "window");

    ServiceName {
        String expected = " (expected: one word of 2 to 30 lower-case letters ";
        if (word.endsWith("-service")) {
            throw new Complaint(word + expected + "without -service: " + word.replaceFirst("-service$", "") + ")");
        }
        if (!WORD.matcher(word).matches()) {
            throw new Complaint(word + expected + "and nothing else, for it names packages, a table and a route)");
        }
        if (SourceVersion.isKeyword(word) || SQL.contains(word) || isOfJavaLang(typeOf(word))) {
            throw new Complaint(word + expected + "that means nothing in Java and SQL: say what kind it is)");
        }
    }

    /** Its aggregate's type: {@code Ranking}. */
    String type() {
        return typeOf(word);
    }

    /** Its module and folder: {@code ranking-service}. */
    String module() {
        return word + "-service";
    }

    /** More than one: {@code rankings}, {@code stories}, {@code matches}. */
    String plural() {
        if (CONSONANT_Y.matcher(word).matches()) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + (HISSING.matcher(word).matches() ? "es" : "s");
    }

    /** The type of the repository: {@code Rankings}. */
    String pluralType() {
        return typeOf(plural());
    }

    private static String typeOf(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Such a type would hide that which everybody means by the name. */
    private static boolean isOfJavaLang(String type) {
        try {
            Class.forName("java.lang." + type);
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
