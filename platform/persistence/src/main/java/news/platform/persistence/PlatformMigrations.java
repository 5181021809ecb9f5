package news.platform.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings the platform's own tables up to date: schema {@code platform}, with a history of its own, so that they and the
 * service's tables never meet in version numbers. The scripts of all platform modules lie in {@code classpath:db/platform}.
 * What uses such a table depends on this bean.
 */
public final class PlatformMigrations implements InitializingBean {
    private final DataSource dataSource;

    PlatformMigrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterPropertiesSet() {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(dataSource)
                .schemas("platform")
                .defaultSchema("platform")
                .locations("classpath:db/platform")
                .outOfOrder(true)
                .connectRetries(10)
                .connectRetriesInterval(2)
                .load()
                .migrate();
    }
}
