package news.platform.gateway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What clients are told of the rules of the contract that they broke. */
@EdgeTest
class RequestRulesIT {

    private static final String USER = "Bearer " + TestTokens.user("ann", "reader");

    @Autowired
    EdgeClient client;

    @Test
    void saysOfAFieldWhatWouldBeRight() {
        var missing = client.post("/api/v1/me/priceAlerts", "{}", "Authorization", USER);
        var window = client.post(
                "/api/v1/me/priceAlerts",
                "{\"symbol\":\"A\",\"condition\":\"PRICE_ALERT_CONDITION_ABOVE\",\"threshold\":\"1\",\"window\":\"60s\"}",
                "Authorization",
                USER);
        var range = client.get("/api/v1/articles?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z");

        assertThat(missing.text())
                .contains("value is required; one of PRICE_ALERT_CONDITION_ABOVE, PRICE_ALERT_CONDITION_BELOW");
        assertThat(window.errorField()).isEqualTo("window");
        assertThat(range.json().path("detail").asString()).isEqualTo("from: must be before to");
    }
}
