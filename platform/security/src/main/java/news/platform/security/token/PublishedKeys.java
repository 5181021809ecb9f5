package news.platform.security.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.health.HealthStatus;
import java.net.MalformedURLException;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the issuer publishes: fetched when first needed, again when they are old or an unknown key is asked for,
 * at a bounded rate and in bounded time; when a fetch fails the old keys stay.
 */
final class PublishedKeys implements JWKSource<SecurityContext> {
    private static final int MAX_BYTES = 64 * 1024;

    private final JWKSource<SecurityContext> source;
    private volatile boolean reachable = true;

    /** {@code sockets} prove who this process is, where the issuer is asked by https. */
    PublishedKeys(SecurityProperties properties, SSLSocketFactory sockets) throws MalformedURLException {
        int timeout = Math.toIntExact(properties.jwksTimeout().toMillis());
        this.source = JWKSourceBuilder.<SecurityContext>create(
                        properties.jwksUri().toURL(),
                        new DefaultResourceRetriever(timeout, timeout, MAX_BYTES, true, sockets))
                .cache(properties.jwksMaxAge().toMillis(), 2L * timeout)
                .refreshAheadCache(false)
                .rateLimited(properties.jwksMinInterval().toMillis())
                .outageTolerantForever()
                .healthReporting(report -> reachable = report.getHealthStatus() == HealthStatus.HEALTHY)
                .build();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        return source.get(selector, context);
    }

    /** Whether the last fetch brought keys. */
    boolean reachable() {
        return reachable;
    }
}
