package news.platform.gateway.tracing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose traces are recorded because they say so.
 *
 * @param forcedBy who may have a request recorded, or not, by traceparent or B3 headers: beyond the share and the rate that
 *     the process sets itself. The trace's id is continued whoever sends it. Default: anyone; in profile {@code production}
 *     trusted-proxies
 */
@ConfigurationProperties("news.gateway.tracing")
record TracingProperties(@DefaultValue("anyone") ForcedBy forcedBy) {

    enum ForcedBy {
        ANYONE,
        /** What {@code news.gateway.guard.trusted-proxies} names. */
        TRUSTED_PROXIES
    }
}
