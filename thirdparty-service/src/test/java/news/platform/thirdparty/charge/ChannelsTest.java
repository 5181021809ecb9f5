package news.platform.thirdparty.charge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.sandbox.Sandbox;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The whole service with the sandbox beside it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ThirdpartyTest
@ContextConfiguration(initializers = ChannelsTest.Beside.class)
public @interface ChannelsTest {
    /** Starts it, once for all tests. */
    final class Beside implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var sandbox = new Sandbox();
            context.getBeanFactory().registerSingleton("sandbox", sandbox);
            TestPropertyValues.of(
                            "news.thirdparty.sandbox.url=" + sandbox.url(),
                            "news.thirdparty.sandbox.secret=" + Sandbox.SECRET,
                            "news.thirdparty.sandbox.notify-url=" + sandbox.notifyUrl())
                    .applyTo(context);
        }
    }
}
