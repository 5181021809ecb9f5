package news.platform.thirdparty.wechatpay;

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
import news.platform.thirdparty.channel.wire.RsaKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WechatpayChannelTest extends PaymentChannelContract {
    private final WechatpayStandIn wechatpay = new WechatpayStandIn();

    @AfterEach
    void stop() {
        wechatpay.close();
    }

    /** Requests are signed by the clock of now, whatever day a statement is asked for on. */
    @Override
    protected PaymentChannel channel(Clock clock) {
        return channel(wechatpay.properties(), Clock.systemUTC(), clock);
    }

    @Override
    protected PaymentChannel unreachable() {
        return channel(
                WechatpayStandIn.properties(URI.create("http://127.0.0.1:1")), Clock.systemUTC(), Clock.systemUTC());
    }

    private static PaymentChannel channel(WechatpayProperties properties, Clock asking, Clock hearing) {
        return new WechatpayChannel(
                properties,
                new WechatpayApi(properties, new ChannelHttp(), asking),
                new PlatformKeys(properties, hearing));
    }

    @Override
    protected void pay(String chargeReference) {
        wechatpay.pay(chargeReference);
    }

    @Override
    protected Sent callback() {
        return wechatpay.notification(reference);
    }

    @Test
    void believesNothingThatWasSignedFiveMinutesAgo() throws Exception {
        channel().ask(request());
        var callback = callback().raw();

        assertThatThrownBy(() -> channel(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(301)))
                        .verify(callback))
                .isInstanceOfSatisfying(CallbackRefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.STALE_TIMESTAMP));
    }

    @Test
    void takesYuanAlone() {
        assertThat(channel().takes(AMOUNT)).isTrue();
        assertThat(channel().takes(new Amount(1, "USD"))).isFalse();
    }

    @Test
    void keepsItsSecretsToItself() {
        assertThat(wechatpay.properties())
                .asString()
                .doesNotContain(WechatpayStandIn.API_KEY, RsaKeys.ours(), "PRIVATE KEY");
        assertThatThrownBy(() -> new WechatpayProperties(
                        "1", "2", "3", "secret key", List.of("short secret"), List.of(), "n", URI.create("http://x")))
                .hasMessageNotContaining("short secret")
                .hasMessageNotContaining("secret key");
    }
}
