package news.platform.notification.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveUpdated;
import news.platform.notification.NotificationServiceTest;
import news.platform.test.Replicas;
import news.platform.thirdparty.v1.DeliverMessagesRequest;
import news.platform.thirdparty.v1.DeliverMessagesResponse;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.DeliveryServiceGrpc;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A story for many devices while replicas, sessions and answers are lost. {@code -Dnews.test.devices=100000}: for so many. */
class AtMostOnceIT extends NotificationServiceTest {
    private static final int DEVICES = Integer.getInteger("news.test.devices", 3_000);

    /** Token → id of the push that reached it, as thirdparty-service keeps them. */
    private final ConcurrentHashMap<String, String> reached = new ConcurrentHashMap<>();

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger twice = new AtomicInteger();

    @Autowired
    Replicas replicas;

    @Test
    void reachesEachDeviceOnceWhateverDies() {
        jdbc.sql("""
                        insert into device (digest, user_id, device_id, platform, token, register_time)
                        select md5(n::text), 'user-' || lpad((n / 2)::text, 9, '0'), 'd' || n, 'ANDROID', 'token-' || n, now()
                          from generate_series(1, :devices) n""").param("devices", DEVICES).update();
        thirdpartyTwin.answer(DeliveryServiceGrpc.getDeliverMessagesMethod(), this::deliver);
        Live live;
        try (var _ = replicas.another()) {
            live = publish(breaking());
            send(LiveUpdated.newBuilder()
                    .setLiveId(live.getId())
                    .setVersion(2)
                    .setLive(live.toBuilder().setVersion(2).setTitle("Again"))
                    .build());
            await().atMost(Duration.ofMinutes(2)).until(() -> reached.size() > DEVICES / 3);
            jdbc.sql("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                             where datname = current_database() and pid <> pg_backend_pid()""").query(Long.class).single();
        }

        await().atMost(Duration.ofMinutes(2)).until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return reached.size() == DEVICES;
        });
        assertThat(twice).hasValue(0);
        assertThat(jdbc.sql("select count(*) from notification")
                        .query(Long.class)
                        .single())
                .isEqualTo(DEVICES / 2 + 1);
    }

    /** Each third answer is lost on its way back. */
    private DeliverMessagesResponse deliver(DeliverMessagesRequest request) {
        var response = DeliverMessagesResponse.newBuilder();
        for (var message : request.getMessagesList()) {
            var other = reached.putIfAbsent(message.getDevice().getToken(), message.getId());
            if (other != null && !other.equals(message.getId())) {
                twice.incrementAndGet();
            }
            response.addDeliveriesBuilder()
                    .setId(message.getId())
                    .setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED);
        }
        if (calls.incrementAndGet() % 3 == 0) {
            throw new DomainException(PlatformReason.OVERLOADED, "lost");
        }
        return response.build();
    }
}
