package news.platform.thirdparty.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The one place where a name becomes an address: looked up once, checked, and exactly that is connected to. A name that
 * answers differently the second time (rebinding) has no second time. One forbidden address among many refuses them all.
 */
final class CheckedDns implements DnsResolver {
    /** Each may cost a connect timeout; more than a few is no service but a way to keep us busy. */
    private static final int MAX_ADDRESSES = 3;

    private final HostResolver resolver;
    private final AddressPolicy policy;

    CheckedDns(HostResolver resolver, AddressPolicy policy) {
        this.resolver = resolver;
        this.policy = policy;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(unbracketed(host));
        for (InetAddress address : addresses) {
            if (!policy.allows(host, port, address)) {
                throw new ForbiddenAddressException(host, address.getHostAddress());
            }
        }
        return Arrays.stream(addresses)
                .limit(MAX_ADDRESSES)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException(host + ": an address is only given out for a port");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
