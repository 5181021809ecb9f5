package news.platform.persistence.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.security.Digests;

/**
 * Page tokens of keyset lists: the last row's sort key, signed (HMAC-SHA256, cut to 128 bits) and url-safe. Readable by who
 * takes it apart, so no secrets in keys; not changeable, and good for one {@link PageScope} alone: one list with one set of
 * filters. All replicas of a service accept each other's. Thread-safe.
 */
final class PageTokens {
    private static final int SIGNATURE_LENGTH = 16;
    private static final int MAX_TOKEN_LENGTH = 4096;

    private final Supplier<byte[]> key;

    PageTokens(Supplier<byte[]> key) {
        this.key = key;
    }

    /**
     * The token that continues after the row with this sort key.
     *
     * @param scope which list, with its filters and order
     * @param lastKey the sort key's values as text, in order
     */
    String encode(PageScope scope, List<String> lastKey) {
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
    Optional<List<String>> decode(PageScope scope, String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(find(scope, token)
                .orElseThrow(() -> DomainException.field(
                        PlatformReason.BAD_PAGE_TOKEN, "pageToken", "not one that this list returned")));
    }

    /** The sort key in the token; empty where the token was not made by {@link #encode} for this scope. */
    Optional<List<String>> find(PageScope scope, String token) {
        byte[] bytes = bytes(token);
        if (bytes.length < SIGNATURE_LENGTH) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(bytes, SIGNATURE_LENGTH, bytes.length);
        byte[] signature = Arrays.copyOf(bytes, SIGNATURE_LENGTH);
        return MessageDigest.isEqual(signature, Arrays.copyOf(sign(scope, payload), SIGNATURE_LENGTH))
                ? Optional.of(read(payload))
                : Optional.empty();
    }

    private byte[] sign(PageScope scope, byte[] payload) {
        return Digests.hmacSha256(key.get(), scope.bytes(), payload);
    }

    /** Empty for what was never encoded. */
    private static byte[] bytes(String token) {
        if (token.length() > MAX_TOKEN_LENGTH) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
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
}
