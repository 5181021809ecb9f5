package news.platform.ranking.editorial;

import java.time.Instant;
import news.platform.error.DomainException;
import news.platform.persistence.audit.AuditTrail;
import news.platform.ranking.item.ItemRef;
import news.platform.ranking.item.Items;
import news.platform.ranking.summary.ChannelClient;
import news.platform.ranking.v1.RankingReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has something stand where an editor wants it, or further below; only of what readers have, and noted for good. */
@Component
final class RankByHand {
    private final Items items;
    private final Pins pins;
    private final Demotions demotions;
    private final ChannelClient channels;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    RankByHand(
            Items items,
            Pins pins,
            Demotions demotions,
            ChannelClient channels,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.items = items;
        this.pins = pins;
        this.demotions = demotions;
        this.channels = channels;
        this.audit = audit;
        this.transaction = transaction;
    }

    void pin(Pin pin, String editorId) {
        if (!pin.channel().equals(Pin.HOME)) {
            channels.require(pin.channel(), "channel");
        }
        transaction.executeWithoutResult(_ -> {
            require(pin.ref());
            pins.put(pin);
            var place = pin.channel().isEmpty() ? "home" : pin.channel();
            audit.add(
                    editorId,
                    Action.PINNED,
                    pin.ref().toString(),
                    "place " + pin.position() + " of " + place + " until " + pin.until());
        });
    }

    void unpin(ItemRef ref, String editorId) {
        transaction.executeWithoutResult(_ -> {
            if (pins.remove(ref)) {
                audit.add(editorId, Action.UNPINNED, ref.toString(), "");
            }
        });
    }

    void demote(ItemRef ref, double factor, Instant until, String editorId) {
        transaction.executeWithoutResult(_ -> {
            require(ref);
            demotions.put(ref, factor, until);
            audit.add(editorId, Action.DEMOTED, ref.toString(), "to " + factor + " until " + until);
        });
    }

    void restore(ItemRef ref, String editorId) {
        transaction.executeWithoutResult(_ -> {
            if (demotions.remove(ref)) {
                audit.add(editorId, Action.RESTORED, ref.toString(), "");
            }
        });
    }

    private void require(ItemRef ref) {
        boolean recalled = items.recalled(ref)
                .orElseThrow(
                        () -> new DomainException(RankingReason.ITEM_NOT_FOUND, "there is no such article or live"));
        if (recalled) {
            throw new DomainException(RankingReason.ITEM_RECALLED, "it was withdrawn, nobody has it any more");
        }
    }
}
