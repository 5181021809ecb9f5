package news.platform.gateway.access;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.guard.RateLimits;
import news.platform.gateway.guard.TokenGuard;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.route.RequestMatches;
import news.platform.security.AuditLog;
import news.platform.security.token.InvalidTokenException;
import news.platform.security.token.TokenVerifier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The security chain: a resource server without state, put together by hand. Why each filter is in it: docs/edge-chain.md. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    SecurityFilterChain edge(
            RequestMatches matches,
            AuthenticationManager tokens,
            CorsFilter cors,
            UnmeteredFilter unmetered,
            RoleRefusals refusals,
            SignedProperties signed,
            ObjectProvider<Clock> clock) {
        AuthenticationEntryPoint unknown =
                (request, response, e) -> unmetered.refuse(request, response, Unauthenticated.problem(e));
        var bearer = new BearerTokenAuthenticationFilter(tokens, new PolicyTokens(matches));
        bearer.setAuthenticationEntryPoint(unknown);
        var translation = new ExceptionTranslationFilter(unknown, new NullRequestCache());
        translation.setAccessDeniedHandler((request, response, e) -> {
            if (unmetered.hasPaid(request, response)) {
                refusals.record(request);
                ProblemWriter.write(request, response, Failures.forbidden());
            }
        });
        var signatures = new SignedHeaders(signed, clock.getIfAvailable(Clock::systemUTC));
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new SecurityContextHolderFilter(new RequestAttributeSecurityContextRepository()),
                cors,
                unmetered,
                bearer,
                translation,
                new AuthorizationFilter(new AccessByPolicy(matches, signatures)));
    }

    @Bean
    RoleRefusals roleRefusals(RequestMatches matches, ClientAddresses addresses, AuditLog audit) {
        return new RoleRefusals(matches, addresses, audit);
    }

    @Bean
    UnmeteredFilter unmeteredFilter(
            RequestMatches matches, TokenGuard tokens, ClientAddresses addresses, RateLimits limits) {
        return new UnmeteredFilter(matches, tokens, addresses, limits);
    }

    @Bean
    FilterRegistrationBean<UnmeteredFilter> unmeteredFilterRegistration(UnmeteredFilter unmetered) {
        return inChainOnly(unmetered);
    }

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilterRegistration(CorsFilter cors) {
        return inChainOnly(cors);
    }

    /** It has its place in the chain above, not a second one beside it. */
    private static <T extends Filter> FilterRegistrationBean<T> inChainOnly(T filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** Tokens are verified by the platform's verifier, which remembers the good ones. */
    @Bean
    AuthenticationManager tokens(TokenVerifier verifier) {
        return authentication -> {
            var token = ((BearerTokenAuthenticationToken) authentication).getToken();
            try {
                return new CallerAuthentication(verifier.verify(token));
            } catch (InvalidTokenException e) {
                throw new InvalidBearerTokenException(String.valueOf(e.getMessage()), e);
            }
        };
    }

    @Bean
    CorsFilter corsFilter(CorsProperties properties, ClientAddresses addresses) {
        var cors = new CorsConfiguration();
        cors.setAllowedOriginPatterns(properties.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of("*"));
        // any: browsers take it where no cookies are sent, and none are; a list forgets the next service's header
        cors.setExposedHeaders(List.of("*"));
        cors.setMaxAge(properties.maxAge());
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new CorsProblems(new OwnOrigins(properties.ownOrigins(), addresses)));
        return filter;
    }

    /** Observing each security filter costs 15 % of an uncached request and tells nothing that the request's own span does not. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Any HTTP method reaches the routes, which answer 405. Headers are read in one place, {@code RequestHeader}, which knows
     * what to do with odd bytes; to the firewall the second byte of many a Chinese character is a control character.
     */
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, e) -> ProblemWriter.write(request, response, Failures.of(e));
    }
}
