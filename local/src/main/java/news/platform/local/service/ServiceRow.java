package news.platform.local.service;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One service as the table has it. A new service is one more row.
 *
 * @param httpPort where it answers HTTP; its actuator too, unless there is a management port
 * @param grpcPort 0 where it serves no gRPC
 * @param managementPort 0 where the actuator is on the HTTP port
 * @param database its database and role, empty where it keeps nothing
 * @param properties its own, beside those that every service gets; {@code {name}} stands for a value of this machine
 */
record ServiceRow(
        String name,
        String module,
        int httpPort,
        int grpcPort,
        int managementPort,
        String database,
        int heapMegabytes,
        Compiler compiler,
        Map<String, String> properties) {
    /** How its code is compiled while it runs. */
    enum Compiler {
        /** Both compilers: the speed that production has. */
        FULL,
        /** The quick one only: half the start-up work, for what is seldom called. */
        FAST_START
    }

    /** Where health and metrics are. */
    int actuatorPort() {
        return managementPort == 0 ? httpPort : managementPort;
    }

    List<Integer> ports() {
        return IntStream.of(httpPort, grpcPort, managementPort)
                .filter(port -> port != 0)
                .boxed()
                .toList();
    }

    /** The same service with all ports moved. */
    ServiceRow moved(int offset) {
        return new ServiceRow(
                name,
                module,
                httpPort + offset,
                grpcPort == 0 ? 0 : grpcPort + offset,
                managementPort == 0 ? 0 : managementPort + offset,
                database,
                heapMegabytes,
                compiler,
                properties);
    }
}
