package news.platform.benchmarks.read;

import java.util.Map;
import java.util.stream.Stream;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.load.Tail;

/**
 * One scenario, measured.
 *
 * @param steady how it was loaded before counting began
 * @param gateway the median round of the closed loop
 * @param nginx the same against nginx; without requests where there is no nginx
 * @param cpuMicros processor time of a request in the median round, by process
 * @param allocatedBytes of the gateway for a request, 0 where the collector did not run
 * @param open the open loop at half of the closed loop's rate
 * @param openNginx the same rate against nginx
 */
record Result(
        Scenario scenario,
        int bytes,
        Steady steady,
        Shot gateway,
        Shot nginx,
        Map<String, Double> cpuMicros,
        double allocatedBytes,
        Tail open,
        Tail openNginx) {
    /** Processor time of these processes together for one request. */
    double cpuOf(String... names) {
        return Stream.of(names)
                .mapToDouble(name -> cpuMicros.getOrDefault(name, 0.0))
                .sum();
    }

    double cpuOfAllBut(String... names) {
        return cpuMicros.values().stream().mapToDouble(Double::doubleValue).sum() - cpuOf(names);
    }

    double ratio() {
        return nginx.rate() == 0 ? 0 : gateway.rate() / nginx.rate();
    }
}
