package news.platform.thirdparty;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import news.platform.test.PlatformTest;

/** The whole service, which polls only when told to, may ask the loopback, and knows one partner. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PlatformTest(
        properties = {
            "news.work.enabled=false",
            "news.thirdparty.fetch.allowed-private-hosts=127.0.0.0/8",
            "news.thirdparty.fetch.total-timeout=3s",
            "news.thirdparty.partners.wire.secret=a secret of the wire service",
            "news.thirdparty.partners.wire.name=The Wire",
            "news.thirdparty.partners.wire.channel-ids=global",
            "news.thirdparty.partners.wire.allowed-sources=Wire Desk",
            "news.thirdparty.partners.wire.allowed-channels=bond",
            "news.thirdparty.partners.wire.allowed-symbols=US10Y"
        })
public @interface ThirdpartyTest {
    String PARTNER = "wire";
    String SECRET = "a secret of the wire service";
}
