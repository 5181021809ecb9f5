package news.platform.thirdparty.price.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import news.platform.thirdparty.guard.Guards;
import news.platform.thirdparty.price.PriceEvents;
import news.platform.thirdparty.price.PricedInstruments;
import news.platform.thirdparty.price.vendor.Losses;
import news.platform.thirdparty.price.vendor.Recording;
import news.platform.thirdparty.price.vendor.Vendor;
import news.platform.thirdparty.price.vendor.VendorGuard;
import news.platform.thirdparty.price.vendor.VendorLine;
import news.platform.thirdparty.price.vendor.VendorProtocol;
import news.platform.work.Rounds;
import news.platform.work.leader.Leader;
import org.springframework.stereotype.Component;

/** The vendors that are configured, each asked by one replica at a time; who does not lead has no connection. */
@Component
final class Vendors implements AutoCloseable {
    private final List<AskVendor> asking;

    Vendors(
            PriceProperties properties,
            List<VendorProtocol> protocols,
            PricedInstruments instruments,
            PriceEvents events,
            Clock clock,
            Guards guards,
            MeterRegistry meters,
            Rounds rounds,
            Leader leader) {
        this.asking = properties.vendors().entrySet().stream()
                .map(each -> {
                    var id = each.getKey();
                    var name = "vendor-" + id;
                    var guard = new VendorGuard(
                            each.getValue().callsPerMinute(), guards.bulkhead(name, 1), guards.breaker(name));
                    var line = new VendorLine(id, each.getValue(), guard, Losses.of(id, meters));
                    var recording = properties
                            .recording(id)
                            .map(file -> new Recording(
                                    file, properties.recordingSize().toBytes()));
                    var asking = new AskVendor(line, vendor(line, protocols), recording, instruments, events, clock);
                    start(name, asking, rounds, leader);
                    return asking;
                })
                .toList();
    }

    @Override
    public void close() {
        asking.forEach(AskVendor::hangUp);
    }

    private static void start(String name, AskVendor asking, Rounds rounds, Leader leader) {
        var turn = leader.only(name, asking::turn);
        rounds.paced(name, () -> {
            try {
                return turn.take();
            } finally {
                asking.hangUpUnlessAsked();
            }
        });
    }

    private static Vendor vendor(VendorLine line, List<VendorProtocol> protocols) {
        return protocols.stream()
                .filter(each -> each.schemes().contains(line.properties().scheme()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("news.thirdparty.price.vendors." + line.id() + ".url: "
                        + line.properties().url() + " (expected: https:, wss:, grpcs: or file:)"))
                .vendor(line);
    }
}
