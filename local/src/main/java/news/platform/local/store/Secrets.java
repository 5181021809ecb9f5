package news.platform.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import news.platform.local.file.OwnerOnly;

/**
 * Passwords and keys of this machine, made when first asked for and kept in one file that only its owner can read. Safe
 * for several threads of one process.
 */
public final class Secrets {
    private static final int BYTES = 32;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 16;

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
    }

    /** 64 hexadecimal digits, for machines. */
    public String key(String name) {
        return kept(name, HexFormat.of().formatHex(bytes()));
    }

    /** 32 bytes in base64, for machines. */
    public String base64(String name) {
        return kept(name, Base64.getEncoder().encodeToString(bytes()));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** 16 letters and digits that are not mistaken for each other, for people. */
    public String password(String name) {
        StringBuilder text = new StringBuilder();
        random.ints(PASSWORD_LENGTH, 0, LETTERS.length()).forEach(index -> text.append(LETTERS.charAt(index)));
        return kept(name, text.toString());
    }

    /** All that were ever made. */
    public synchronized List<String> all() {
        return values.stringPropertyNames().stream().map(values::getProperty).toList();
    }

    private synchronized String kept(String name, String fresh) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        values.setProperty(name, fresh);
        write();
        return fresh;
    }

    private void write() {
        try {
            Path next = OwnerOnly.file(file.resolveSibling(file.getFileName() + ".next"));
            try (var out = Files.newBufferedWriter(next)) {
                values.store(out, "made by ./news up; delete it together with the data that it opens");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
