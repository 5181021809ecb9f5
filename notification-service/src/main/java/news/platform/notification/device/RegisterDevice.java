package news.platform.notification.device;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a device known by its present token. */
@Component
final class RegisterDevice {
    /** Of one user; nobody carries more about, but whoever tries out tokens would. */
    private static final int LIMIT = 20;

    private final Devices devices;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RegisterDevice(Devices devices, Clock clock, TransactionTemplate transaction) {
        this.devices = devices;
        this.clock = clock;
        this.transaction = transaction;
    }

    void register(Device device) {
        transaction.executeWithoutResult(_ -> {
            devices.lock(device.userId());
            devices.put(device, clock.instant());
            devices.keepLatest(device.userId(), LIMIT);
        });
    }
}
