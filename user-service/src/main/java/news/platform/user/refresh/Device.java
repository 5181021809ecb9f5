package news.platform.user.refresh;

import news.platform.security.AddressBlock;
import news.platform.text.Lines;

/**
 * What is known of where a call comes from.
 *
 * @param userAgent what the client says of itself, whole
 * @param address the client's address, or any other text where that is not known
 */
public record Device(String userAgent, String address) {
    private static final int MAX_NAME_LENGTH = 200;
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 64;

    /** As its owner reads it in the list of sessions: a line, at most 200 characters. */
    public String name() {
        String line = Lines.of(userAgent);
        int length = line.codePointCount(0, line.length());
        return line.substring(0, line.offsetByCodePoints(0, Math.min(length, MAX_NAME_LENGTH)));
    }

    /** The same for all tabs of one browser; an IPv6 host changes its address inside its network. */
    String evidence() {
        return userAgent + "\n" + AddressBlock.of(address, IPV4_BITS, IPV6_BITS).orElse(address);
    }
}
