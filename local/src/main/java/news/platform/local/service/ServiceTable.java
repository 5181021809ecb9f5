package news.platform.local.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The services of the platform, in the order in which they are started. */
public final class ServiceTable {
    private final List<ServiceRow> rows;

    private ServiceTable(List<ServiceRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that ships with the launcher, all ports moved by the offset. */
    public static ServiceTable load(int portOffset) {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = Objects.requireNonNull(ServiceTable.class.getResourceAsStream("/services.json"))) {
            List<ServiceRow> rows = json.readValue(in, new TypeReference<List<ServiceRow>>() {});
            return new ServiceTable(
                    rows.stream().map(row -> row.moved(portOffset)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ServiceRow> rows() {
        return rows;
    }

    /** All names. */
    public List<String> names() {
        return rows.stream().map(ServiceRow::name).toList();
    }

    /** Every database that a service asks for. */
    public List<String> databases() {
        return rows.stream()
                .map(ServiceRow::database)
                .filter(database -> !database.isEmpty())
                .toList();
    }

    /** The public port of a service. */
    public Optional<Integer> httpPort(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .map(ServiceRow::httpPort)
                .findFirst();
    }

    /** The port of a service's health and metrics. */
    public Optional<Integer> actuatorPort(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .map(ServiceRow::actuatorPort)
                .findFirst();
    }
}
