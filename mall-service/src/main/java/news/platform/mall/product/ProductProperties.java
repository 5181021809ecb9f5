package news.platform.mall.product;

import java.util.Currency;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds where nobody says otherwise.
 *
 * @param currency in which whoever names none is told prices, and pays; ISO 4217, default CNY
 */
@ConfigurationProperties("news.mall")
public record ProductProperties(@DefaultValue("CNY") String currency) {
    /** The currency of this code, refused naming the field where there is none; the platform's own where it is empty. */
    public String named(String code, String field) {
        if (code.isEmpty()) {
            return currency;
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(each -> each.getCurrencyCode().equals(code) && each.getDefaultFractionDigits() >= 0)) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD, field, code + " (expected: a currency of ISO 4217)");
        }
        return code;
    }
}
