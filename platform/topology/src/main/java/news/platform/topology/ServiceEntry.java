package news.platform.topology;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One service, or the gateway, as the table has it. What follows from name and ordinal stands here and nowhere else.
 *
 * @param name its domain in one lower-case word, e.g. {@code content}; its protos and packages carry it
 * @param ordinal its number, which its ports follow from: 1 to 99, no two alike; 0 is the gateway's
 * @param database whether it keeps state in a PostgreSQL database of its own
 * @param ownerApart whether its tables belong to another role than the one that it runs with, so that it cannot change what they are
 * @param kafka whether it publishes or consumes events
 * @param calls the services that it calls by gRPC, by name; nobody else may. The gateway calls all
 * @param internet whether it may open connections to the internet
 * @param routes plain HTTP of its own, on a port of its own
 * @param heapMegabytes the largest heap on one machine, in MiB
 * @param compiler how its code is compiled on one machine
 * @param secrets property → name of the secret that holds its value: made by the launcher (32 bytes in base64), in a
 *     cluster a key of the Kubernetes secret {@code <name>-service}
 * @param local further properties on one machine; {@code {name}} stands for a value of that machine
 */
public record ServiceEntry(
        String name,
        int ordinal,
        boolean database,
        boolean ownerApart,
        boolean kafka,
        List<String> calls,
        boolean internet,
        List<Route> routes,
        int heapMegabytes,
        Compiler compiler,
        Map<String, String> secrets,
        Map<String, String> local) {
    private static final int MANAGEMENT = 8100;
    private static final int ROUTES = 8200;
    private static final int GRPC = 9100;
    private static final int EDGE_HTTP = 8080;
    private static final int EDGE_MANAGEMENT = 8081;
    private static final int MAX_ORDINAL = 99;

    public ServiceEntry {
        Checks.require(name.matches("[a-z][a-z0-9]{1,29}"), "name", name, "one lower-case word");
        Checks.require(ordinal >= 0 && ordinal <= MAX_ORDINAL, name + ".ordinal", ordinal, "0 to " + MAX_ORDINAL);
        Checks.require(heapMegabytes >= 32, name + ".heapMegabytes", heapMegabytes, ">= 32");
        Objects.requireNonNull(compiler, name + ".compiler");
        // what the table leaves out is none
        calls = List.copyOf(Objects.requireNonNullElse(calls, List.of()));
        routes = List.copyOf(Objects.requireNonNullElse(routes, List.of()));
        secrets = Map.copyOf(Objects.requireNonNullElse(secrets, Map.of()));
        local = Map.copyOf(Objects.requireNonNullElse(local, Map.of()));
    }

    /** Whether this is the gateway: the one that clients reach, with a management port beside its public one. */
    public boolean isGateway() {
        return ordinal == 0;
    }

    /** Its module, folder, application, image and Kubernetes name, and the DNS name of its certificate. */
    public String module() {
        return isGateway() ? name : moduleOf(name);
    }

    /** The same of a service, by its name. */
    public static String moduleOf(String name) {
        return name + "-service";
    }

    /** Where it answers HTTP on one machine: the gateway to clients, a service its {@code routes}; else its management. */
    public int httpPort() {
        if (isGateway()) {
            return EDGE_HTTP;
        }
        return routes.isEmpty() ? managementPort() : ROUTES + ordinal;
    }

    /** Where health and metrics are on one machine. */
    public int managementPort() {
        return isGateway() ? EDGE_MANAGEMENT : MANAGEMENT + ordinal;
    }

    /** Where it serves gRPC on one machine; the gateway does not. */
    public int grpcPort() {
        if (isGateway()) {
            throw new IllegalStateException("the gateway serves no gRPC");
        }
        return GRPC + ordinal;
    }

    /** Its database, and the role that it runs with. */
    public String databaseName() {
        return name + "_service";
    }

    /** The role that owns its database and tables, and migrates them. */
    public String databaseOwner() {
        return ownerApart ? databaseName() + "_owner" : databaseName();
    }
}
