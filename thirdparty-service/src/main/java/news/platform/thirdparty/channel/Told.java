package news.platform.thirdparty.channel;

import java.util.Optional;

/**
 * What a channel told.
 *
 * @param eventId by which the channel knows the message, the same however often it sends it
 * @param reference of the charge that it is about, empty where it is about none
 * @param total what was asked for, as the channel has it; whoever says that money came says how much
 * @param fact what it says
 */
public record Told(String eventId, String reference, Optional<Amount> total, Fact fact) {
    /** Whether it is about money of this currency, or does not say which. */
    public boolean isIn(String currency) {
        return total.map(amount -> amount.currency().equals(currency)).orElse(true);
    }

    /** Whether it is about so much as was asked for; only what brings no money need not say. */
    public boolean isOf(Amount asked) {
        return total.map(asked::equals).orElse(!(fact instanceof Fact.Paid));
    }
}
