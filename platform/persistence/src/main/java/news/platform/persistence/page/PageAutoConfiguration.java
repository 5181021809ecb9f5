package news.platform.persistence.page;

import java.util.HexFormat;
import java.util.function.Supplier;
import news.platform.persistence.PersistenceAutoConfiguration;
import news.platform.persistence.PlatformMigrations;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/** Pages of keyset lists. */
@AutoConfiguration(after = PersistenceAutoConfiguration.class)
@EnableConfigurationProperties(PageProperties.class)
public final class PageAutoConfiguration {
    @Bean
    PageTokens pageTokens(PageProperties properties, JdbcClient jdbc, PlatformMigrations migrated) {
        return new PageTokens(key(properties.tokenKey(), jdbc));
    }

    @Bean
    Pages pages(PageTokens tokens) {
        return new Pages(tokens);
    }

    private static Supplier<byte[]> key(@Nullable String hex, JdbcClient jdbc) {
        if (hex != null) {
            byte[] key = HexFormat.of().parseHex(hex);
            return () -> key;
        }
        return SingletonSupplier.of(() -> jdbc.sql("select value from platform.signing_key where name = 'page-token'")
                .query(byte[].class)
                .single());
    }
}
