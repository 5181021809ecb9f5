package news.platform.gateway.hot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import news.platform.gateway.hot.method.HotMetrics.Outcome;
import news.platform.gateway.problem.TraceIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A share of the answers from memory as log lines: no address, no token, no query. Thread-safe. */
final class AccessLog {

    private static final Logger log = LoggerFactory.getLogger("news.platform.gateway.access");

    private final double share;

    AccessLog(double share) {
        this.share = share;
    }

    void sample(HttpServletRequest request, HttpServletResponse response, Target target, Outcome outcome, long nanos) {
        if (share <= 0 || ThreadLocalRandom.current().nextDouble() >= share || !log.isInfoEnabled()) {
            return;
        }
        log.atInfo()
                .addKeyValue("http.request.method", request.getMethod())
                .addKeyValue("url.path", target.template())
                .addKeyValue("http.response.status_code", response.getStatus())
                .addKeyValue("event.duration", nanos)
                .addKeyValue("trace.id", response.getHeader(TraceIds.HEADER))
                .log("{} from memory", outcome.name().toLowerCase(Locale.ROOT));
    }
}
