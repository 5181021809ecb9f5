package news.platform.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every service of the platform, once: {@code platform.json} in the root of the repository, on the class path of whatever
 * reads it. Immutable.
 *
 * @param tokenIssuer the service that makes access tokens and publishes their keys
 * @param gateway the edge, ordinal 0
 * @param services in the order in which they are started; no name, ordinal or route path occurs twice
 */
public record Topology(String tokenIssuer, ServiceEntry gateway, List<ServiceEntry> services) {
    public Topology {
        services = List.copyOf(services);
        Checks.require(gateway.isGateway(), "gateway.ordinal", gateway.ordinal(), "0");
        Set<Object> taken = new HashSet<>(Set.of(gateway.name(), gateway.ordinal()));
        Set<String> names = new HashSet<>();
        for (ServiceEntry service : services) {
            Checks.require(taken.add(service.name()), "name", service.name(), "each once");
            Checks.require(taken.add(service.ordinal()), service.name() + ".ordinal", service.ordinal(), "each once");
            service.routes()
                    .forEach(route -> Checks.require(
                            taken.add(route.path()), service.name() + ".routes", route.path(), "each path once"));
            names.add(service.name());
        }
        Checks.require(names.contains(tokenIssuer), "tokenIssuer", tokenIssuer, "one of " + names);
        for (ServiceEntry service : services) {
            Checks.require(
                    names.containsAll(service.calls()) && !service.calls().contains(service.name()),
                    service.name() + ".calls",
                    service.calls(),
                    "other services of the table");
        }
    }

    /** The table on the class path. */
    public static Topology load() {
        try (InputStream in = Objects.requireNonNull(
                Topology.class.getResourceAsStream("/platform.json"), "platform.json is not on the class path")) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table as JSON; an unknown field is refused. */
    public static Topology read(InputStream in) {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(in, Topology.class);
    }

    /** The services, then the gateway. */
    public List<ServiceEntry> all() {
        return Stream.concat(services.stream(), Stream.of(gateway)).toList();
    }

    /** The service of a domain, or the gateway, by name. */
    public Optional<ServiceEntry> find(String name) {
        return all().stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The same by its application's name, e.g. {@code content-service}. */
    public Optional<ServiceEntry> ofApplication(String module) {
        return all().stream().filter(entry -> entry.module().equals(module)).findFirst();
    }

    /** Who may call a service: those whose {@code calls} name it, and the gateway. */
    public Set<String> callersOf(String name) {
        Set<String> callers = new HashSet<>(Set.of(gateway.name()));
        services.stream()
                .filter(service -> service.calls().contains(name))
                .map(ServiceEntry::name)
                .forEach(callers::add);
        return Set.copyOf(callers);
    }
}
