package news.platform.persistence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import org.jspecify.annotations.Nullable;

/**
 * Page tokens of keyset lists: the last row's sort key, signed (HMAC-SHA256, cut to 128 bits) and url-safe. Readable by who
 * takes it apart, so no secrets in keys; not changeable, and good for one {@link Scope} alone: one list with one set of
 * filters. All replicas of a service accept each other's. Thread-safe.
 */
public final class PageTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_LENGTH = 16;
    private static final int MAX_TOKEN_LENGTH = 4096;

    private final Supplier<SecretKey> key;

    PageTokens(Supplier<SecretKey> key) {
        this.key = key;
    }

    /**
     * The token that continues after the row with this sort key.
     *
     * @param scope which list, with its filters and order
     * @param lastKey the sort key's values as text, in order
     */
    public String encode(Scope scope, List<String> lastKey) {
        byte[] payload = write(lastKey);
        byte[] token = Arrays.copyOf(sign(scope, payload), SIGNATURE_LENGTH + payload.length);
        System.arraycopy(payload, 0, token, SIGNATURE_LENGTH, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The sort key to continue after; empty for the empty token, which asks for the first page.
     *
     * @throws DomainException BAD_PAGE_TOKEN of {@code pageToken}, where the token was not made by {@link #encode} for this
     *     scope
     */
    public Optional<List<String>> decode(Scope scope, String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = bytes(token);
        if (bytes.length < SIGNATURE_LENGTH) {
            throw refused();
        }
        byte[] payload = Arrays.copyOfRange(bytes, SIGNATURE_LENGTH, bytes.length);
        byte[] signature = Arrays.copyOf(bytes, SIGNATURE_LENGTH);
        if (!MessageDigest.isEqual(signature, Arrays.copyOf(sign(scope, payload), SIGNATURE_LENGTH))) {
            throw refused();
        }
        return Optional.of(read(payload));
    }

    private byte[] sign(Scope scope, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.get());
            mac.update(scope.bytes());
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String token) {
        if (token.length() > MAX_TOKEN_LENGTH) {
            throw refused();
        }
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static byte[] write(List<String> values) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (String value : values) {
                out.writeUTF(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> read(byte[] payload) {
        var values = new ArrayList<String>();
        try (var in = new DataInputStream(new ByteArrayInputStream(payload))) {
            while (in.available() > 0) {
                values.add(in.readUTF());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(values);
    }

    private static DomainException refused() {
        return DomainException.field(PlatformReason.BAD_PAGE_TOKEN, "pageToken", "not one that this list returned");
    }

    /**
     * Which list a token belongs to. Two scopes are equal only where name, filters and values are: each text is signed with
     * its length, so no value can pass for two or for another filter. Immutable.
     */
    public static final class Scope {
        private final List<String> parts;

        private Scope(List<String> parts) {
            this.parts = parts;
        }

        /** The list of this name, unfiltered. */
        public static Scope of(String list) {
            return new Scope(List.of(list));
        }

        /** This scope with one more filter; null where it does not filter, which is not the same as an empty text. */
        public Scope with(String filter, @Nullable Object value) {
            return withAll(filter, value == null ? List.of() : List.of(value.toString()));
        }

        /** This scope with one more filter of any number of values, in their order. */
        public Scope withAll(String filter, List<String> values) {
            var longer = new ArrayList<>(parts);
            longer.add(filter);
            longer.add(String.valueOf(values.size()));
            longer.addAll(values);
            return new Scope(List.copyOf(longer));
        }

        private byte[] bytes() {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(bytes)) {
                out.writeInt(parts.size());
                for (String part : parts) {
                    byte[] text = part.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
