package news.platform.thirdparty.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import news.platform.thirdparty.channel.Asked;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.PaymentChannel;
import news.platform.thirdparty.channel.PaymentChannelContract;
import news.platform.thirdparty.channel.Refusal;
import news.platform.thirdparty.channel.wire.ChannelHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxChannelTest extends PaymentChannelContract {
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Override
    protected PaymentChannel channel(Clock clock) {
        return new SandboxChannel(
                new SandboxProperties(
                        sandbox.url().toString(),
                        Sandbox.SECRET,
                        sandbox.notifyUrl().toString()),
                new ChannelHttp(),
                clock);
    }

    @Override
    protected PaymentChannel unreachable() {
        return new SandboxChannel(
                new SandboxProperties("http://127.0.0.1:1", Sandbox.SECRET, "http://127.0.0.1:1/"),
                new ChannelHttp(),
                Clock.systemUTC());
    }

    @Override
    protected void pay(String chargeReference) throws IOException {
        var open = (Asked.Open) channel().ask(request());
        assertThat(sandbox.post(open.action().url(), "")).isEqualTo(200);
    }

    @Override
    protected Sent callback() {
        return sandbox.callback();
    }

    @ParameterizedTest
    @CsvSource({"-301, FUTURE_TIMESTAMP", "301, STALE_TIMESTAMP"})
    void believesNothingThatWasSignedAtAnotherTime(int seconds, Refusal refusal) throws IOException {
        channel().ask(request());
        pay(reference);
        var callback = callback().raw();
        // a second more, since the clock goes on meanwhile
        var then = channel(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds + Integer.signum(seconds))));

        assertThatThrownBy(() -> then.verify(callback))
                .isInstanceOfSatisfying(CallbackRefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }

    @Test
    void isNotThereInProduction() {
        var production = new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(SandboxProperties.class, () -> new SandboxProperties("http://s", Sandbox.SECRET, "http://n"))
                .withUserConfiguration(SandboxConfiguration.class)
                .withPropertyValues("news.thirdparty.sandbox.url=http://s");

        production.run(context -> assertThat(context).hasSingleBean(PaymentChannel.class));
        production.withPropertyValues("spring.profiles.active=production").run(context -> assertThat(context)
                .getFailure()
                .hasRootCauseMessage("news.thirdparty.sandbox.url: set (expected: none in profile production)"));
    }
}
