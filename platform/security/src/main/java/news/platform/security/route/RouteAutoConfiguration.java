package news.platform.security.route;

import java.util.List;
import news.platform.identity.PeerIdentity;
import news.platform.security.AuditLog;
import news.platform.security.SessionCheck;
import news.platform.security.token.TokenAutoConfiguration;
import news.platform.security.token.TokenVerifier;
import news.platform.topology.Route;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Puts {@link RouteFilter} in front of the HTTP port of a service that has one. Management has a port and a context of its
 * own, which no route leads to; where a service has no routes, its one HTTP port is that of management.
 */
@AutoConfiguration(after = TokenAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(FilterRegistrationBean.class)
public final class RouteAutoConfiguration {
    /** Without a bean that knows the sessions, a token is believed until it expires or its session is forgotten. */
    @Bean
    RouteFilter.Tokens routeTokens(TokenVerifier tokens, ObjectProvider<SessionCheck> sessions) {
        return new RouteFilter.Tokens(tokens, sessions.getIfAvailable(() -> caller -> true));
    }

    @Bean
    FilterRegistrationBean<RouteFilter> routeFilter(
            Topology topology, Environment environment, PeerIdentity peers, RouteFilter.Tokens tokens, AuditLog audit) {
        List<Route> routes = topology.ofApplication(environment.getProperty("spring.application.name", ""))
                .filter(entry -> !entry.isGateway())
                .map(ServiceEntry::routes)
                .orElse(List.of());
        var filter = new RouteFilter(topology.gateway().name(), routes, peers, tokens, audit);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(!routes.isEmpty());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
