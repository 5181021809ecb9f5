package news.platform.gateway.tracing;

import jakarta.servlet.http.HttpServletRequest;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.tracing.TracingProperties.ForcedBy;

/** Who may say whether a request is recorded. Thread-safe. */
public final class SamplingTrust {

    private final boolean anyone;
    private final ClientAddresses addresses;

    SamplingTrust(TracingProperties properties, ClientAddresses addresses) {
        this.anyone = properties.forcedBy() == ForcedBy.ANYONE;
        this.addresses = addresses;
    }

    /** Whether the sender of this request may; else the decision is ours. */
    public boolean mayForce(HttpServletRequest request) {
        return anyone || addresses.fromTrustedProxy(request);
    }
}
