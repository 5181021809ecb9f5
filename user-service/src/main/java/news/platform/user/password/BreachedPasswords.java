package news.platform.user.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import me.gosimple.nbvcxz.Nbvcxz;
import org.springframework.stereotype.Component;

/** The 100,000 passwords that leaks hold most often, from the library nbvcxz (MIT); no password leaves this process. */
@Component
final class BreachedPasswords {
    private static final String LIST = "/dictionaries/passwords.txt";

    private final Set<String> passwords;

    BreachedPasswords() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Nbvcxz.class.getResourceAsStream(LIST), LIST), StandardCharsets.UTF_8))) {
            passwords = Set.copyOf(lines.lines().map(PasswordText::folded).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is one of them; the text must be folded. */
    boolean contains(String folded) {
        return passwords.contains(folded);
    }

    int size() {
        return passwords.size();
    }
}
