package news.platform.benchmarks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import news.platform.local.console.Complaint;

/** What stands behind a benchmark's name: numbers such as {@code --minutes 3}, and flags such as {@code --quick}. */
final class Options {
    private final Map<String, Long> numbers = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    private Options() {}

    /** Complains about what is in neither set, and about what is no number. */
    static Options parse(List<String> words, Set<String> numbers, Set<String> flags) {
        Options options = new Options();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (flags.contains(word)) {
                options.flags.add(word);
            } else if (numbers.contains(word) && i + 1 < words.size()) {
                options.numbers.put(word, number(word, words.get(++i)));
            } else {
                throw new Complaint(word + " (expected: " + expected(numbers, flags) + ")");
            }
        }
        return options;
    }

    private static String expected(Set<String> numbers, Set<String> flags) {
        Set<String> all = new TreeSet<>(flags);
        numbers.forEach(name -> all.add(name + " N"));
        return String.join(", ", all);
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new Complaint(name + " " + value + " (expected: a whole number)", e);
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    OptionalLong number(String name) {
        Long value = numbers.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Complains where it is out of these bounds. */
    int number(String name, int otherwise, int least, int most) {
        long value = number(name).orElse(otherwise);
        if (value < least || value > most) {
            throw new Complaint(name + " " + value + " (expected: " + least + " to " + most + ")");
        }
        return (int) value;
    }
}
