package news.platform.gateway.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import news.platform.gateway.request.RequestHeader;
import news.platform.security.AddressBlock;

/**
 * Who is asking, as an address. X-Forwarded-For is believed only when the connection comes from a configured proxy, and
 * then from the right: the last entry that is no proxy itself, which nobody in front of our proxies can forge. Thread-safe.
 */
public final class ClientAddresses {

    private static final int MAX_HOPS = 16;
    private static final int IPV6_PREFIX_BYTES = 8;
    private static final int IPV6_SITE_BYTES = 6;

    private final AddressBlock[] trusted;

    /** @param trustedProxies addresses or blocks, e.g. "10.0.0.0/8" */
    public ClientAddresses(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(ClientAddresses::block).toArray(AddressBlock[]::new);
    }

    /** The client's address in digits; the connection's own where the header says nothing that can be believed. */
    public String of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (trusted.length == 0) {
            return peer;
        }
        byte[] address = AddressText.bytes(peer);
        if (address == null || !isTrusted(address)) {
            return peer;
        }
        String forwarded = RequestHeader.X_FORWARDED_FOR.list(request);
        return forwarded == null ? peer : client(forwarded, peer);
    }

    /**
     * The address as the key of a limit: an IPv6 address counts as its /64, because one client owns all of those.
     * Anything else stays as it is.
     */
    public static String limited(String address) {
        return network(address, IPV6_PREFIX_BYTES);
    }

    /** The site that an IPv6 address belongs to, its /48, which nothing else is called. */
    static String site(String address) {
        return network(address, IPV6_SITE_BYTES) + "/48";
    }

    /** Whether the connection comes from a proxy of ours, so that what its headers say of the client is believed. */
    public boolean fromTrustedProxy(HttpServletRequest request) {
        byte[] peer = trusted.length == 0 ? null : AddressText.bytes(request.getRemoteAddr());
        return peer != null && isTrusted(peer);
    }

    private static String network(String address, int prefixBytes) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = AddressText.bytes(address);
        if (bytes == null || bytes.length != 16) {
            return address;
        }
        Arrays.fill(bytes, prefixBytes, bytes.length, (byte) 0);
        return AddressText.of(bytes);
    }

    private String client(String forwarded, String peer) {
        String client = peer;
        int end = forwarded.length();
        for (int hop = 0; hop < MAX_HOPS && end >= 0; hop++) {
            int comma = forwarded.lastIndexOf(',', end - 1);
            byte[] address = AddressText.bytes(strip(forwarded.substring(comma + 1, end)));
            if (address == null) {
                return client;
            }
            client = AddressText.of(address);
            if (!isTrusted(address)) {
                return client;
            }
            end = comma;
        }
        return client;
    }

    /** Without blanks, brackets and port: "[2001:db8::1]:443" and "192.0.2.1:80" are seen in the wild. */
    private static String strip(String entry) {
        String text = entry.strip();
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            return close < 0 ? text : text.substring(1, close);
        }
        int colon = text.indexOf(':');
        return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }

    /** An address without a length is a block of one. */
    private static AddressBlock block(String proxy) {
        String length = proxy.indexOf(':') < 0 ? "/32" : "/128";
        return AddressBlock.parse(proxy.indexOf('/') < 0 ? proxy + length : proxy)
                .orElseThrow(() -> new IllegalArgumentException(
                        "trusted proxy: " + proxy + " (expected: an address or a block, e.g. 10.0.0.0/8)"));
    }

    private boolean isTrusted(byte[] address) {
        for (AddressBlock block : trusted) {
            if (block.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
