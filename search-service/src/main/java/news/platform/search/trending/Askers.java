package news.platform.search.trending;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import news.platform.security.AddressBlock;
import news.platform.security.Digests;
import org.springframework.stereotype.Component;

/** Who asks: all of a block of addresses are one, for a day, and nobody can tell which block. Thread-safe. */
@Component
final class Askers {
    private static final int KEY_BYTES = 32;
    private static final int DIGEST_BYTES = 16;

    private final byte[] key;
    private final Clock clock;

    Askers(TrendingProperties properties, Clock clock) {
        this.key = key(properties.key());
        this.clock = clock;
    }

    String of(String address) {
        var block = AddressBlock.of(address, 24, 48).orElse(address);
        var who = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "\n" + block;
        byte[] digest = Digests.hmacSha256(key, who.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    }

    private static byte[] key(String configured) {
        if (!configured.isEmpty()) {
            return configured.getBytes(StandardCharsets.UTF_8);
        }
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
