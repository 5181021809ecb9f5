package news.platform.mall.money;

import com.google.type.Money;
import java.util.List;
import java.util.stream.IntStream;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.proto.Moneys;

/** Amounts as messages, and what messages say of them. */
public final class AmountProtos {
    private static final long BILLION = 1_000_000_000;

    private AmountProtos() {}

    /** As messages say it. */
    public static Money message(Amount amount) {
        return Moneys.of(amount.currency(), amount.minor());
    }

    /** What another service says, which is an amount. */
    public static Amount told(Money money) {
        return new Amount(
                money.getCurrencyCode(),
                Moneys.minorUnits(money)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "money: " + money + " (expected: an amount of its currency)")));
    }

    /** What somebody asks for: more than nothing and less than a billion, refused naming the field otherwise. */
    public static Amount asked(Money money, String field) {
        var minor = Moneys.minorUnits(money);
        if (minor.isEmpty() || minor.getAsLong() <= 0 || money.getUnits() >= BILLION) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD,
                    field,
                    "no price (expected: a currency of ISO 4217 and an amount that it has, more than nothing, less than a billion)");
        }
        return new Amount(money.getCurrencyCode(), minor.getAsLong());
    }

    /** Several, each named by its place in the field. */
    public static List<Amount> asked(List<Money> sums, String field) {
        return IntStream.range(0, sums.size())
                .mapToObj(each -> asked(sums.get(each), field + "[" + each + "]"))
                .toList();
    }
}
