package news.platform.thirdparty.channel;

import java.time.Instant;

/**
 * Money that is asked for.
 *
 * @param reference what we call it at the channel: 1 to 32 ASCII letters and digits
 * @param description what the payer reads, one line
 * @param expireTime until when it can be paid; the channel's own bounds apply
 */
public record ChargeRequest(String reference, Amount amount, String description, Instant expireTime) {}
