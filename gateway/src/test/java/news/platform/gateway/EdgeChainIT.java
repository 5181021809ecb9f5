package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import news.platform.gateway.testing.EdgeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.FilterChainProxy;

/** The chain is chosen: what is in it stands in docs/edge-chain.md with its reason. */
@EdgeTest
class EdgeChainIT {

    @Autowired
    ServletContext servlets;

    @Autowired
    FilterChainProxy security;

    @Test
    void holdsOnlyTheFiltersThatWereChosen() {
        assertThat(servlets.getFilterRegistrations().keySet())
                .containsExactlyInAnyOrder(
                        "hotFilter",
                        "signalFilter",
                        "webMvcObservationFilter",
                        "problemFilter",
                        "springSecurityFilterChain");
    }

    @Test
    void holdsOnlyTheSecurityFiltersThatWereChosen() {
        assertThat(security.getFilterChains().getFirst().getFilters())
                .extracting(filter -> filter.getClass().getSimpleName())
                .containsExactly(
                        "SecurityContextHolderFilter",
                        "CorsFilter",
                        "UnmeteredFilter",
                        "BearerTokenAuthenticationFilter",
                        "ExceptionTranslationFilter",
                        "AuthorizationFilter");
    }
}
