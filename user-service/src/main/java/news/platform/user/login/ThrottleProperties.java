package news.platform.user.login;

import java.time.Duration;
import java.util.Optional;
import news.platform.user.login.LoginAttempt.Kind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How guessing is slowed down.
 *
 * @param freePerDevice failures of one device on one account without a wait, 5 by default
 * @param freePerBlock56 failures of one IPv6 /56 on one account without a wait, 10 by default
 * @param freePerBlock48 failures of one IPv6 /48 on one account without a wait, 20 by default
 * @param firstDelay the wait after those; each further failure doubles it, 1 s by default
 * @param maxDelay what it grows to, 15 min by default
 * @param memory after this long without a failure all of them are forgotten, 24 h by default
 * @param knownFor how long a device is known after its owner's log-in, 90 days by default
 * @param freePerAccount failures of unknown devices on one account, from wherever, without a wait, 20 by default
 * @param accountRecovery in how long an account has one failure less, 45 s by default. With {@code freePerAccount} it
 *     bounds the guesses an hour, which are 100 at most
 * @param freePerAddress failures of an address on all accounts without a wait, 50 by default: many people may share one
 * @param addressRecovery in how long an address has one failure less, 30 s by default
 * @param code how many codes are sent
 */
@ConfigurationProperties("news.user.login")
record ThrottleProperties(
        @DefaultValue("5") int freePerDevice,
        @DefaultValue("10") int freePerBlock56,
        @DefaultValue("20") int freePerBlock48,
        @DefaultValue("1s") Duration firstDelay,
        @DefaultValue("15m") Duration maxDelay,
        @DefaultValue("24h") Duration memory,
        @DefaultValue("90d") Duration knownFor,
        @DefaultValue("20") int freePerAccount,
        @DefaultValue("45s") Duration accountRecovery,
        @DefaultValue("50") int freePerAddress,
        @DefaultValue("30s") Duration addressRecovery,
        @DefaultValue CodeLimits code) {
    private static final int MAX_DOUBLINGS = 30;
    private static final int MAX_GUESSES_AN_HOUR = 100;

    ThrottleProperties {
        if (freePerDevice < 1 || freePerBlock56 < 1 || freePerBlock48 < 1 || freePerAccount < 1 || freePerAddress < 1) {
            throw new IllegalArgumentException("news.user.login: free-per-device " + freePerDevice
                    + ", free-per-block56 " + freePerBlock56 + ", free-per-block48 " + freePerBlock48
                    + ", free-per-account " + freePerAccount + ", free-per-address " + freePerAddress
                    + " (expected: each >= 1)");
        }
        if (!firstDelay.isPositive() || maxDelay.compareTo(firstDelay) < 0 || memory.compareTo(maxDelay) < 0) {
            throw new IllegalArgumentException("news.user.login: first-delay " + firstDelay + ", max-delay " + maxDelay
                    + ", memory " + memory + " (expected: 0 < first-delay <= max-delay <= memory)");
        }
        if (!addressRecovery.isPositive() || !accountRecovery.isPositive() || !knownFor.isPositive()) {
            throw new IllegalArgumentException("news.user.login: address-recovery " + addressRecovery
                    + ", account-recovery " + accountRecovery + ", known-for " + knownFor + " (expected: each > 0)");
        }
        if (freePerAccount + Duration.ofHours(1).dividedBy(accountRecovery) > MAX_GUESSES_AN_HOUR) {
            throw new IllegalArgumentException("news.user.login: free-per-account " + freePerAccount
                    + ", account-recovery " + accountRecovery + " (expected: at most 100 guesses an hour)");
        }
    }

    /** Failures without a wait. */
    int free(Kind kind) {
        return switch (kind) {
            case DEVICE -> freePerDevice;
            case BLOCK_56 -> freePerBlock56;
            case BLOCK_48 -> freePerBlock48;
            case ACCOUNT -> freePerAccount;
            case ADDRESS -> freePerAddress;
            case CODE_CONTACT -> code.perContact();
            case CODE_NETWORK -> code.perNetwork();
        };
    }

    /** In how long there is one failure less; empty where the wait doubles instead. */
    Optional<Duration> recovery(Kind kind) {
        return switch (kind) {
            case DEVICE, BLOCK_56, BLOCK_48 -> Optional.empty();
            case ACCOUNT -> Optional.of(accountRecovery);
            case ADDRESS -> Optional.of(addressRecovery);
            case CODE_CONTACT -> Optional.of(code.contactRecovery());
            case CODE_NETWORK -> Optional.of(code.networkRecovery());
        };
    }

    /** How long to wait after so many failures, of which some are free. */
    Duration delay(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration delay = firstDelay.multipliedBy(1L << Math.min(failures - free, MAX_DOUBLINGS));
        return delay.compareTo(maxDelay) < 0 ? delay : maxDelay;
    }

    /**
     * How many codes are sent.
     *
     * @param perContact to one address or number without a wait, 5 by default
     * @param contactRecovery in how long it may be one more, 1 h by default
     * @param perNetwork asked for from one IPv4 address or IPv6 /48 without a wait, 20 by default
     * @param networkRecovery in how long it may be one more, 3 min by default
     */
    record CodeLimits(
            @DefaultValue("5") int perContact,
            @DefaultValue("1h") Duration contactRecovery,
            @DefaultValue("20") int perNetwork,
            @DefaultValue("3m") Duration networkRecovery) {
        CodeLimits {
            if (perContact < 1 || perNetwork < 1 || !contactRecovery.isPositive() || !networkRecovery.isPositive()) {
                throw new IllegalArgumentException("news.user.login.code: per-contact " + perContact
                        + ", contact-recovery " + contactRecovery + ", per-network " + perNetwork
                        + ", network-recovery " + networkRecovery + " (expected: each > 0)");
            }
        }
    }
}
