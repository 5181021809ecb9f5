package news.platform.thirdparty.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.PaymentChannelContract;
import news.platform.thirdparty.channel.Refusal;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import news.platform.thirdparty.channel.wire.MalformedBodyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeChannelTest extends PaymentChannelContract {
    private final StripeStandIn stripe = new StripeStandIn();

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Override
    protected PaymentChannel channel(Clock clock) {
        return channel(stripe.url(), clock);
    }

    @Override
    protected PaymentChannel unreachable() {
        return channel(URI.create("http://127.0.0.1:1"), Clock.systemUTC());
    }

    private static PaymentChannel channel(URI url, Clock clock) {
        return new StripeChannel(properties(url), new ChannelHttp(), clock);
    }

    private static StripeProperties properties(URI url) {
        return new StripeProperties(
                StripeStandIn.KEY, List.of("whsec_former", StripeStandIn.SECRET), "https://news.example/", true, url);
    }

    @Override
    protected void pay(String chargeReference) {
        stripe.pay(chargeReference);
    }

    @Override
    protected Sent callback() {
        return stripe.event(reference);
    }

    @Test
    void believesNothingThatWasSignedLongAgo() throws Exception {
        channel().ask(request());
        var callback = callback().raw();
        var later = channel(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(302)));

        channel().verify(callback);

        assertThatThrownBy(() -> later.verify(callback))
                .isInstanceOfSatisfying(CallbackRefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.STALE_TIMESTAMP));
    }

    /** Ours are ISO 4217's smallest units. */
    @ParameterizedTest
    @CsvSource({"1999, CNY, 1999", "500, JPY, 500", "5120, KWD, 5120", "5, ISK, 500", "5, UGX, 500", "500, MGA, 5"})
    void speaksOfMoneyAsStripeDoes(long minorUnits, String currency, long units) throws MalformedBodyException {
        var amount = new Amount(minorUnits, currency);

        assertThat(StripeAmounts.units(amount)).isEqualTo(units);
        assertThat(StripeAmounts.of(units, StripeAmounts.currency(amount))).isEqualTo(amount);
        assertThat(channel().takes(amount)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"5121, KWD", "501, MGA"})
    void takesNoAmountThatStripeCannotSay(long minorUnits, String currency) {
        assertThat(channel().takes(new Amount(minorUnits, currency))).isFalse();
    }

    @Test
    void keepsItsSecretsToItself() {
        assertThat(properties(stripe.url())).asString().doesNotContain(StripeStandIn.KEY, StripeStandIn.SECRET);
    }
}
