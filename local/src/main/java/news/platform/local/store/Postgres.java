package news.platform.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;
import news.platform.local.file.Home;
import news.platform.local.file.OwnerOnly;
import news.platform.local.file.Trees;
import news.platform.local.process.CommandLine;
import news.platform.local.process.Part;
import news.platform.local.process.Signals;

/** One real PostgreSQL with a database and a role for each service, as durable as in production. */
public final class Postgres implements Part {
    private static final String SUPERUSER = "postgres";

    private final Home home;
    private final Secrets secrets;
    private final int port;
    private final Map<String, String> databases;
    private final PostgresBinaries binaries;

    /**
     * @param databases each becomes a database and a role of the same name that uses it, and the role that owns it: the same, or another
     *     one
     */
    public Postgres(Home home, Secrets secrets, int port, Map<String, String> databases) {
        this.home = home;
        this.secrets = secrets;
        this.port = port;
        this.databases = Map.copyOf(databases);
        this.binaries = new PostgresBinaries(home.state().resolve("postgres-18"));
    }

    /** What {@code spring.datasource.url} takes. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of a role. */
    public String password(String role) {
        return secrets.key("postgres." + role);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() {
        binaries.unpack();
        if (Files.isDirectory(data())) {
            clearLock();
            return;
        }
        try {
            initialise();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> command() {
        return asOrdinaryUser(List.of(
                binaries.program("postgres").toString(),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "max_connections=200",
                "-c",
                "jit=off"));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("LC_ALL", "C", "TZ", "UTC");
    }

    @Override
    public String mark() {
        return data().toString();
    }

    /** Fast shutdown: waits for nobody, loses nothing. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    /** The shared memory of a killed server goes only when the last of its children has seen that it is gone. */
    @Override
    public int attempts() {
        return 20;
    }

    @Override
    public boolean ready() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void becameReady() {
        try (Connection connection = connect(SUPERUSER)) {
            for (var database : databases.entrySet()) {
                create(connection, database.getKey(), database.getValue());
            }
        } catch (SQLException e) {
            throw new Complaint("PostgreSQL refused a database: " + e.getMessage(), e);
        }
    }

    /** A database and its role for a while beside those of the services: empty, whatever was in it before. */
    public void renew(String database) {
        try (Connection connection = connect(SUPERUSER)) {
            run(connection, "DROP DATABASE IF EXISTS \"" + database + "\" WITH (FORCE)");
            create(connection, database, database);
        } catch (SQLException e) {
            throw new Complaint("PostgreSQL refused a database: " + e.getMessage(), e);
        }
    }

    private void create(Connection connection, String database, String owner) throws SQLException {
        createRole(connection, database);
        if (!owner.equals(database)) {
            createRole(connection, owner);
        }
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            run(connection, "CREATE DATABASE \"" + database + "\" OWNER \"" + owner + "\"");
            run(connection, "REVOKE CONNECT ON DATABASE \"" + database + "\" FROM PUBLIC");
        }
        if (!owner.equals(database)) {
            admit(database, owner);
        }
    }

    private void createRole(Connection connection, String role) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            run(connection, "CREATE ROLE \"" + role + "\" LOGIN");
        }
        run(connection, "ALTER ROLE \"" + role + "\" PASSWORD '" + password(role) + "'");
    }

    /** The role called like the database may use what another one makes there, and have schemas of its own. */
    private void admit(String database, String owner) throws SQLException {
        try (Connection connection = connect(database)) {
            run(connection, "GRANT CONNECT, CREATE ON DATABASE \"" + database + "\" TO \"" + database + "\"");
            run(
                    connection,
                    "ALTER DEFAULT PRIVILEGES FOR ROLE \"" + owner + "\" IN SCHEMA public"
                            + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO \"" + database + "\"");
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.key("postgres.superuser"));
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(url(database), properties);
    }

    private Path data() {
        return home.data().resolve("postgres");
    }

    /** Makes the data folder under another name first, so that a killed initialisation is begun anew. */
    private void initialise() throws IOException {
        Path half = home.data().resolve("postgres.half");
        Trees.delete(half);
        Path password = OwnerOnly.file(home.data().resolve("postgres.password"));
        Files.writeString(password, secrets.key("postgres.superuser"));
        try {
            List<String> command = asOrdinaryUser(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + half,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
            runToEnd(command);
            Files.move(half, data());
        } finally {
            Files.delete(password);
        }
    }

    private void runToEnd(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(OwnerOnly.file(home.log("initdb")).toFile());
        builder.environment().putAll(environment());
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new Complaint(
                        "PostgreSQL could not make its data folder (exit " + code + "): see " + home.log("initdb"));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Complaint("Interrupted.");
        }
    }

    /** Ends a server that another launcher left on this data; removes the lock of one that is gone. */
    private void clearLock() {
        Path lock = data().resolve("postmaster.pid");
        owner(lock).ifPresent(process -> Signals.end(process, stopSignal()));
        try {
            Files.deleteIfExists(lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessHandle> owner(Path lock) {
        try (Stream<String> lines = Files.lines(lock)) {
            return lines.findFirst()
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> CommandLine.of(process).contains(mark()));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** PostgreSQL refuses to be root; in a user namespace of its own it is nobody, with root's files. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of("unshare", "-U"));
        whole.addAll(command);
        return whole;
    }
}
