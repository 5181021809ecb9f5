package news.platform.user.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may try to log in; {@link LoginThrottle} says how. A device is an account as tried from one address.
 *
 * @param freePerDevice failures of a device without a wait, 5 by default
 * @param freePerAccount failures on an account from everywhere until each device that has failed waits longer, 20 by default
 * @param firstDelay the wait after the free failures, doubled with each further one, 1 s by default
 * @param maxDelay the longest wait, 15 min by default
 * @param memory failures of a device and on an account are forgotten this long after the last, 24 h by default
 * @param knownFor how long a device is trusted after a log-in, 90 days by default
 * @param freePerAddress failures of an address on all accounts without a wait, 50 by default: many people may share one
 * @param addressRecovery in how long an address has one failure less, 30 s by default
 */
@ConfigurationProperties("news.user.login")
record ThrottleProperties(
        @DefaultValue("5") int freePerDevice,
        @DefaultValue("20") int freePerAccount,
        @DefaultValue("1s") Duration firstDelay,
        @DefaultValue("15m") Duration maxDelay,
        @DefaultValue("24h") Duration memory,
        @DefaultValue("90d") Duration knownFor,
        @DefaultValue("50") int freePerAddress,
        @DefaultValue("30s") Duration addressRecovery) {
    private static final int MAX_DOUBLINGS = 30;

    ThrottleProperties {
        if (freePerDevice < 1 || freePerAccount < 1 || freePerAddress < 1) {
            throw new IllegalArgumentException("news.user.login: free-per-device " + freePerDevice
                    + ", free-per-account " + freePerAccount + ", free-per-address " + freePerAddress
                    + " (expected: each >= 1)");
        }
        if (!firstDelay.isPositive() || maxDelay.compareTo(firstDelay) < 0 || memory.compareTo(maxDelay) < 0) {
            throw new IllegalArgumentException("news.user.login: first-delay " + firstDelay + ", max-delay " + maxDelay
                    + ", memory " + memory + " (expected: 0 < first-delay <= max-delay <= memory)");
        }
        if (!addressRecovery.isPositive() || !knownFor.isPositive()) {
            throw new IllegalArgumentException("news.user.login: address-recovery " + addressRecovery + ", known-for "
                    + knownFor + " (expected: each > 0)");
        }
    }

    /** How long to wait after so many failures, of which some are free. */
    Duration delay(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration delay = firstDelay.multipliedBy(1L << Math.min(failures - free, MAX_DOUBLINGS));
        return delay.compareTo(maxDelay) < 0 ? delay : maxDelay;
    }
}
