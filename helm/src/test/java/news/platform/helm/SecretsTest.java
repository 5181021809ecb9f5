package news.platform.helm;

import static news.platform.helm.ChartTest.PRODUCTION;
import static news.platform.helm.ChartTest.container;
import static news.platform.helm.ChartTest.render;
import static news.platform.helm.ChartTest.services;
import static news.platform.helm.ChartTest.variable;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What nobody may read comes from secrets, each for whom it is. */
@NullUnmarked
class SecretsTest {
    @Test
    void passwordsComeFromSecretsOnly() throws Exception {
        var container = container(render(PRODUCTION), "content-service");

        assertThat(variable(container, "SPRING_DATASOURCE_PASSWORD").getValue()).isNull();
        assertThat(variable(container, "SPRING_DATASOURCE_PASSWORD")
                        .getValueFrom()
                        .getSecretKeyRef()
                        .getName())
                .isEqualTo("content-service-database");
    }

    @Test
    void theLedgerIsMigratedByWhoOwnsIt() throws Exception {
        var container = container(render(PRODUCTION), "payment-service");

        assertThat(variable(container, "SPRING_FLYWAY_URL").getValue()).isEqualTo("$(SPRING_DATASOURCE_URL)");
        assertThat(variable(container, "SPRING_FLYWAY_USER")
                        .getValueFrom()
                        .getSecretKeyRef()
                        .getKey())
                .isEqualTo("ownerUsername");
        assertThat(container(render(PRODUCTION), "content-service").getEnv())
                .noneMatch(variable -> variable.getName().startsWith("SPRING_FLYWAY"));
    }

    @Test
    void takesTheSecretsThatTheTableNames() throws Exception {
        var from = variable(container(render(PRODUCTION), "user-service"), "NEWS_USER_KEY_ENCRYPTIONKEY")
                .getValueFrom()
                .getSecretKeyRef();

        assertThat(from.getName()).isEqualTo("user-service-secrets");
        assertThat(from.getKey()).isEqualTo("key-encryption-key");
    }

    @Test
    void eachServiceSignsPageTokensWithAKeyOfItsOwn() throws Exception {
        var objects = render(PRODUCTION);

        for (var service : services()) {
            var from = variable(container(objects, service), "NEWS_PERSISTENCE_PAGETOKENKEY")
                    .getValueFrom()
                    .getSecretKeyRef();
            assertThat(from.getName()).isEqualTo("news-platform-page-tokens");
            assertThat(from.getKey()).isEqualTo(service);
        }
    }
}
