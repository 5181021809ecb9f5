package news.platform.thirdparty.channel;

/**
 * By what a charge is found at its channel.
 *
 * @param reference what we call it
 * @param channelChargeId what the channel calls it; empty where that is our reference
 */
public record ChargeKey(String reference, String channelChargeId) {}
