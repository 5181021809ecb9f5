package news.platform.grpc.server;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;
import java.util.Optional;
import news.platform.identity.PeerIdentity;

/** Looks once a connection who is at its other end, not once a call. */
final class PeerFilter extends ServerTransportFilter {
    private final PeerIdentity identity;

    PeerFilter(PeerIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Attributes transportReady(Attributes connection) {
        Optional<String> peer = identity.of(connection);
        return peer.isEmpty()
                ? connection
                : connection.toBuilder().set(PeerIdentity.PEER, peer.get()).build();
    }
}
