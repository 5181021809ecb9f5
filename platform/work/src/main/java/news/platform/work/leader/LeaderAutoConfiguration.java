package news.platform.work.leader;

import news.platform.persistence.PlatformMigrations;
import news.platform.persistence.connection.DedicatedConnections;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Leadership, by the service's database. */
@AutoConfiguration
@ConditionalOnClass(PlatformMigrations.class)
@EnableConfigurationProperties(LeaderProperties.class)
public final class LeaderAutoConfiguration {
    @Bean
    Leader leader(LeaderProperties properties, JdbcConnectionDetails database, Environment environment) {
        var application = environment.getProperty("spring.application.name", "application");
        var connections = new DedicatedConnections(database, properties.url(), application + " leader");
        return new Leader(() -> new LeaderConnection(connections.open()), properties.standBy());
    }
}
