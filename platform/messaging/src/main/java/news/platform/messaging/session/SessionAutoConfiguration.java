package news.platform.messaging.session;

import news.platform.messaging.replica.ReplicaAutoConfiguration;
import news.platform.security.token.SecurityProperties;
import news.platform.security.token.TokenAutoConfiguration;
import news.platform.security.token.TokenVerifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Whoever verifies tokens hears of ended sessions. */
@AutoConfiguration(after = TokenAutoConfiguration.class, before = ReplicaAutoConfiguration.class)
@ConditionalOnClass(TokenVerifier.class)
public final class SessionAutoConfiguration {
    @Bean
    @ConditionalOnBean(TokenVerifier.class)
    RevokedSessions revokedSessions(SecurityProperties tokens, TokenVerifier verifier) {
        return new RevokedSessions(tokens, verifier);
    }
}
