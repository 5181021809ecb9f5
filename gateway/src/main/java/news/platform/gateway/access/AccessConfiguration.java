package news.platform.gateway.access;

import java.util.List;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.route.RequestMatches;
import news.platform.security.InvalidTokenException;
import news.platform.security.TokenVerifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The security chain: a resource server without state. Each filter that is left is listed in docs/edge-chain.md. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    SecurityFilterChain edge(HttpSecurity http, RequestMatches matches, AuthenticationManager tokens) throws Exception {
        AuthenticationEntryPoint unknown =
                (request, response, e) -> ProblemWriter.write(request, response, Unauthenticated.problem(e));
        AccessDeniedHandler refused =
                (request, response, e) -> ProblemWriter.write(request, response, Failures.forbidden());
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(_ -> tokens)
                        .bearerTokenResolver(new PolicyTokens(matches))
                        .authenticationEntryPoint(unknown)
                        .accessDeniedHandler(refused))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(unknown).accessDeniedHandler(refused))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new AccessByPolicy(matches)))
                .cors(cors -> {})
                .build();
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
    CorsFilter corsFilter(CorsProperties properties) {
        var cors = new CorsConfiguration();
        cors.setAllowedOriginPatterns(properties.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of("*"));
        cors.setExposedHeaders(List.of(
                "ETag",
                "X-Trace-Id",
                "X-Degraded",
                "Age",
                "Retry-After",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
                "Idempotent-Replayed"));
        cors.setMaxAge(properties.maxAge());
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new CorsProblems());
        return filter;
    }

    /** Observing each security filter costs 15 % of an uncached request and tells nothing that the request's own span does not. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /** Any HTTP method reaches the routes, which answer 405. */
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, e) -> ProblemWriter.write(request, response, Failures.of(e));
    }
}
