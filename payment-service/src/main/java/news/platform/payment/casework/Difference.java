package news.platform.payment.casework;

import news.platform.payment.ledger.Amount;

/**
 * That a channel and we do not say the same.
 *
 * @param channel which payment channel
 * @param subject what about: {@code payments/ID}, {@code refunds/ID}, {@code transactions/ID}, {@code statements/DAY}
 * @param here what we say
 * @param there what the channel says
 */
public record Difference(Kind kind, String channel, String subject, String here, String there) {
    private static final String NOTHING = "nothing";

    /** What differs. */
    public enum Kind {
        /** The channel has it, we do not. */
        MISSING_HERE,
        /** We have it, the channel does not. */
        MISSING_THERE,
        /** So much, or otherwise much. */
        AMOUNT,
        /** In one currency, or in another. */
        CURRENCY,
        /** Done, or not. */
        STATE
    }

    /** The channel has something that we do not. */
    public static Difference missingHere(String channel, String subject, Object there) {
        return new Difference(Kind.MISSING_HERE, channel, subject, NOTHING, there.toString());
    }

    /** We have something that the channel does not. */
    public static Difference missingThere(String channel, String subject, Object here) {
        return new Difference(Kind.MISSING_THERE, channel, subject, here.toString(), NOTHING);
    }

    /** It is done here, or there, and not on the other side. */
    public static Difference ofState(String channel, String subject, Object here, Object there) {
        return new Difference(Kind.STATE, channel, subject, here.toString(), there.toString());
    }

    /** It is not as much, or not in the same currency. */
    public static Difference ofAmount(String channel, String subject, Amount here, Amount there) {
        return new Difference(
                here.currency().equals(there.currency()) ? Kind.AMOUNT : Kind.CURRENCY,
                channel,
                subject,
                here.toString(),
                there.toString());
    }
}
