package news.platform.thirdparty.clean;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.stream.Stream;
import news.platform.security.Digests;

/** Names for texts that have none: SHA-256 of the parts with their lengths, so that no two lists of parts are the same. */
public final class Fingerprint {
    private Fingerprint() {}

    /** In hex. */
    public static String of(String... parts) {
        byte[][] sized = Stream.of(parts)
                .map(part -> part.getBytes(UTF_8))
                .flatMap(part -> Stream.of((part.length + ":").getBytes(UTF_8), part))
                .toArray(byte[][]::new);
        return HexFormat.of().formatHex(Digests.sha256(sized));
    }

    /** As a uri. */
    public static String urn(String... parts) {
        return "urn:sha256:" + of(parts);
    }
}
