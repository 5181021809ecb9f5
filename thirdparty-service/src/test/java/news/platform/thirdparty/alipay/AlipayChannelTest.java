package news.platform.thirdparty.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import news.platform.thirdparty.channel.Acknowledgement;
import news.platform.thirdparty.channel.Acknowledgement.Verdict;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.Asked;
import news.platform.thirdparty.channel.ChargeKey;
import news.platform.thirdparty.channel.Fact;
import news.platform.thirdparty.channel.NextAction;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.PaymentChannelContract;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlipayChannelTest extends PaymentChannelContract {
    private final AlipayStandIn alipay = new AlipayStandIn();

    @AfterEach
    void stop() {
        alipay.close();
    }

    @Override
    protected PaymentChannel channel(Clock clock) {
        return channel(alipay.properties(), clock);
    }

    @Override
    protected PaymentChannel unreachable() {
        return channel(AlipayStandIn.properties(URI.create("http://127.0.0.1:1/gateway.do")), Clock.systemUTC());
    }

    private static PaymentChannel channel(AlipayProperties properties, Clock clock) {
        var keys = new AlipayKeys(properties);
        return new AlipayChannel(properties, keys, new AlipayApi(properties, keys, new ChannelHttp(), clock));
    }

    @Override
    protected void pay(String chargeReference) throws IOException {
        alipay.pay(form());
    }

    @Override
    protected void visit(String chargeReference) throws IOException {
        alipay.visit(form());
    }

    private Map<String, String> form() throws IOException {
        var open = (Asked.Open) channel().ask(request());
        assertThat(open.action().type()).isEqualTo(NextAction.Type.FORM);
        return open.action().params();
    }

    @Override
    protected Sent callback() {
        return alipay.notification(reference);
    }

    @Test
    void acknowledgesBySevenBytesAndNothingElse() {
        assertThat(channel().acknowledge(Verdict.TAKEN)).isEqualTo(new Acknowledgement(200, "text/plain", "success"));
        assertThat(channel().acknowledge(Verdict.MISMATCH).body()).isEqualTo("fail");
    }

    @Test
    void leavesAPageOpenThatNobodyHasOpened() throws IOException {
        channel().ask(request());

        assertThat(channel().close(new ChargeKey(reference, "")).fact()).isEqualTo(new Fact.Nothing());
    }

    @Test
    void takesYuanAlone() {
        assertThat(channel().takes(AMOUNT)).isTrue();
        assertThat(channel().takes(new Amount(1, "JPY"))).isFalse();
    }

    @Test
    void keepsItsSecretToItself() {
        assertThat(alipay.properties())
                .asString()
                .doesNotContain(alipay.properties().privateKey());
    }
}
