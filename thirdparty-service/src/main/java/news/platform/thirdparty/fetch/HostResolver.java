package news.platform.thirdparty.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names to addresses; {@link InetAddress#getAllByName} but in tests. */
@FunctionalInterface
interface HostResolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
}
