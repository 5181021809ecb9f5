package news.platform.mall.product;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import news.platform.mall.money.Amount;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be bought.
 *
 * @param stock how many there are in all; null: as many as are asked for
 * @param sold how many of them are held by orders that are paid or can still be
 * @param version rises with each change but sales
 */
public record Product(
        String id,
        Kind kind,
        Terms terms,
        @Nullable Integer stock,
        int sold,
        boolean onSale,
        long version,
        Instant createTime) {
    /** What sort it is. */
    public enum Kind {
        MEMBERSHIP,
        COURSE,
        ARTICLE
    }

    /** What becomes of what was bought when all its money goes back. */
    public enum RefundPolicy {
        /** It closes at once. */
        REVOKE,
        /** It stays open. */
        KEEP
    }

    /** What it costs; empty where it is not sold in this currency. */
    public Optional<Amount> price(String currency) {
        return terms.price(currency);
    }

    /** Its name in the language asked for, else in English, else in another one. */
    public String name(String lang) {
        return terms.text(lang).name();
    }

    /** For how long it opens its scopes; null: for good. */
    public @Nullable Period validity() {
        return terms.validity();
    }

    /** What it opens: {@code plans/id} or {@code articles/id}. */
    public List<String> scopes() {
        return terms.scopes();
    }

    /** What becomes of that when all its money goes back. */
    public RefundPolicy refundPolicy() {
        return terms.refundPolicy();
    }

    /** Whether it can be sold out. */
    public boolean isLimited() {
        return stock != null;
    }

    /** Whether it is limited and none of it is left. */
    boolean isSoldOut() {
        return stock != null && stock <= sold;
    }

    /** Where it stands in the catalogue. */
    TimeAndId place() {
        return new TimeAndId(createTime, id);
    }
}
