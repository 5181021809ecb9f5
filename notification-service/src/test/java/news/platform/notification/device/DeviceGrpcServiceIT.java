package news.platform.notification.device;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import news.platform.notification.NotificationServiceTest;
import news.platform.notification.v1.RegisterDeviceRequest;
import news.platform.notification.v1.UnregisterDeviceRequest;
import org.junit.jupiter.api.Test;

class DeviceGrpcServiceIT extends NotificationServiceTest {
    private final String ann = newUser();
    private final String bob = newUser();

    @Test
    void keepsADeviceOnceHoweverOftenItIsRegistered() {
        register(ann, "phone", "token-1");
        register(ann, "phone", "token-1");

        assertThat(known()).containsExactly(ann + " phone token-1");
    }

    @Test
    void knowsADeviceByItsPresentToken() {
        register(ann, "phone", "token-1");
        register(ann, "phone", "token-2");

        assertThat(known()).containsExactly(ann + " phone token-2");
    }

    @Test
    void givesATokenToWhoeverRegistersItLast() {
        register(ann, "phone", "token-1");
        register(bob, "phone", "token-2");

        register(bob, "phone", "token-1");

        assertThat(known()).containsExactly(bob + " phone token-1");
    }

    @Test
    void forgetsADeviceAndIsContentWhereThereIsNone() {
        register(ann, "phone", "token-1");
        register(bob, "phone", "token-2");

        unregister(ann);
        unregister(ann);

        assertThat(known()).containsExactly(bob + " phone token-2");
    }

    @Test
    void keepsTheTwentyThatWereRegisteredLast() {
        IntStream.range(0, 22).forEach(number -> {
            register(ann, "d" + number, "token-" + number);
            clock.advance(Duration.ofSeconds(1));
        });

        assertThat(known())
                .hasSize(20)
                .doesNotContain(ann + " d0 token-0", ann + " d1 token-1")
                .contains(ann + " d21 token-21");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var request = RegisterDeviceRequest.newBuilder().setDeviceId("a b").setToken("line\nbreak");

        assertInvalid(() -> devices(ann).registerDevice(request.build()), "deviceId", "platform", "token");
    }

    private void unregister(String userId) {
        devices(userId)
                .unregisterDevice(UnregisterDeviceRequest.newBuilder()
                        .setDeviceId("phone")
                        .build());
    }

    private List<String> known() {
        return jdbc.sql("select user_id || ' ' || device_id || ' ' || token from device order by register_time")
                .query(String.class)
                .list();
    }
}
