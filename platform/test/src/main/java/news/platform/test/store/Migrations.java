package news.platform.test.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * The migrations on the class path, run once a run into a template that carries their digest. An application that starts on
 * a copy runs its own Flyway all the same, which then finds that there is nothing to do.
 */
final class Migrations {
    private static final String PLATFORM = "db/platform";
    private static final String SERVICE = "db/migration";
    /** Held while a template is looked for and made; any number that no other advisory lock of the server uses. */
    private static final long LOCK = 5_432_018;

    private Migrations() {}

    /** The name of the template; one without anything where nothing migrates. */
    static String template() {
        return ClassUtils.isPresent("org.flywaydb.core.Flyway", Migrations.class.getClassLoader())
                ? Made.TEMPLATE
                : "template1";
    }

    private static String make() {
        var name = "template_" + digest();
        try (var server = TestDatabase.server()) {
            run(server, "SELECT pg_advisory_lock(" + LOCK + ")");
            if (!exists(server, name)) {
                // under its name it is whole
                run(server, "DROP DATABASE IF EXISTS unfinished");
                run(server, "CREATE DATABASE unfinished");
                migrate(new TestDatabase("unfinished").dataSource());
                run(server, "ALTER DATABASE unfinished RENAME TO " + name);
            }
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("no template of the migrations", e);
        }
    }

    /** In the order and with the histories of platform-persistence. */
    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + SERVICE)
                .load()
                .migrate();
        Flyway.configure()
                .dataSource(database)
                .schemas("platform")
                .locations("classpath:" + PLATFORM)
                .load()
                .migrate();
    }

    private static String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Resource script : scripts()) {
                digest.update(String.valueOf(script.getFilename()).getBytes(StandardCharsets.UTF_8));
                digest.update(script.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Resource> scripts() throws IOException {
        var found = new PathMatchingResourcePatternResolver();
        var scripts = new ArrayList<Resource>();
        for (String location : List.of(SERVICE, PLATFORM)) {
            scripts.addAll(Arrays.asList(found.getResources("classpath*:" + location + "/**/*.sql")));
        }
        scripts.sort(Comparator.comparing(script -> String.valueOf(script.getFilename())));
        return scripts;
    }

    private static boolean exists(Connection server, String name) throws SQLException {
        try (var statement = server.createStatement();
                var found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")) {
            return found.next();
        }
    }

    private static void run(Connection server, String sql) throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Made by the JVM when first used. */
    private static final class Made {
        static final String TEMPLATE = make();
    }
}
