package news.platform.thirdparty.channel;

/** What became of asking for money. */
public sealed interface Asked {
    /**
     * The payer can go on.
     *
     * @param channelChargeId by what the channel knows it; empty where that is our reference
     */
    record Open(String channelChargeId, NextAction action) implements Asked {}

    /**
     * The channel will not have it, now or later.
     *
     * @param why for a person to read
     */
    record Refused(String why) implements Asked {}
}
