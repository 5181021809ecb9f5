package news.platform.thirdparty.channel.wire;

import java.math.BigDecimal;
import news.platform.thirdparty.channel.Amount;

/** Yuan as text: digits, and two decimals at most. */
public final class Yuan {
    public static final String CNY = "CNY";

    private Yuan() {}

    public static Amount of(String text) throws MalformedBodyException {
        if (!text.matches("[0-9]{1,9}([.][0-9]{1,2})?")) {
            throw new MalformedBodyException("yuan");
        }
        return Amount.ofMajor(new BigDecimal(text), CNY);
    }

    public static boolean isYuan(Amount amount) {
        return amount.currency().equals(CNY);
    }
}
