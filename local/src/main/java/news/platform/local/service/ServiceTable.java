package news.platform.local.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.platform.local.console.Complaint;
import news.platform.topology.ServiceEntry;
import news.platform.topology.Topology;

/** The services of the platform with the ports that they have on this machine. */
public final class ServiceTable {
    private final Topology topology;
    private final int portOffset;

    private ServiceTable(Topology topology, int portOffset) {
        this.topology = topology;
        this.portOffset = portOffset;
    }

    /** The platform's table, all ports moved by the offset. */
    public static ServiceTable load(int portOffset) {
        return new ServiceTable(Topology.load(), portOffset);
    }

    int portOffset() {
        return portOffset;
    }

    /** In the order in which they are started: the gateway is the last. */
    List<ServiceEntry> entries() {
        return topology.all();
    }

    /** All names. */
    public List<String> names() {
        return entries().stream().map(ServiceEntry::name).toList();
    }

    /** Every database that a service asks for, and the role that owns it. */
    public Map<String, String> databases() {
        return entries().stream()
                .filter(ServiceEntry::database)
                .collect(Collectors.toMap(ServiceEntry::databaseName, ServiceEntry::databaseOwner));
    }

    /** The port on which a service answers HTTP; the gateway's is the public one. */
    public Optional<Integer> httpPort(String name) {
        return topology.find(name).map(this::httpPort);
    }

    /** The port of a service's health and metrics. */
    public Optional<Integer> actuatorPort(String name) {
        return topology.find(name).map(this::actuatorPort);
    }

    /** The port of a service's gRPC. */
    public int grpcPort(String name) {
        return entry(name).grpcPort() + portOffset;
    }

    /** The database of a service, and the role that uses it. */
    public String database(String name) {
        return entry(name).databaseName();
    }

    /** The module of a service or of the gateway, whose name its certificate carries. */
    public String module(String name) {
        return entry(name).module();
    }

    /** The service that people have accounts with. */
    String tokenIssuer() {
        return topology.tokenIssuer();
    }

    private ServiceEntry entry(String name) {
        return topology.find(name)
                .orElseThrow(() -> new Complaint(
                        "There is no service " + name + " (expected: one of " + String.join(", ", names()) + ")."));
    }

    int httpPort(ServiceEntry entry) {
        return entry.httpPort() + portOffset;
    }

    int actuatorPort(ServiceEntry entry) {
        return entry.managementPort() + portOffset;
    }

    /** Every port of a service. */
    List<Integer> ports(ServiceEntry entry) {
        IntStream grpc = entry.isGateway() ? IntStream.empty() : IntStream.of(entry.grpcPort());
        return IntStream.concat(IntStream.of(entry.httpPort(), entry.managementPort()), grpc)
                .distinct()
                .map(port -> port + portOffset)
                .boxed()
                .toList();
    }
}
