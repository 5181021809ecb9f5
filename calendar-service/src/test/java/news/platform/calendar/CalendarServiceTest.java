package news.platform.calendar;

import com.google.protobuf.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import news.platform.calendar.v1.CalendarFeedServiceGrpc;
import news.platform.calendar.v1.CalendarFeedServiceGrpc.CalendarFeedServiceBlockingStub;
import news.platform.calendar.v1.CalendarServiceGrpc;
import news.platform.calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import news.platform.calendar.v1.CreateReleaseRequest;
import news.platform.calendar.v1.PutReminderRequest;
import news.platform.calendar.v1.Release;
import news.platform.calendar.v1.ReleaseChange;
import news.platform.calendar.v1.ReminderServiceGrpc;
import news.platform.calendar.v1.ReminderServiceGrpc.ReminderServiceBlockingStub;
import news.platform.calendar.v1.UpdateReleaseRequest;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole service between a database and a broker; each test has an indicator of its own. */
@PlatformTest(properties = "news.work.poll=100ms")
public abstract class CalendarServiceTest {
    @Autowired
    protected SentEvents events;

    @Autowired
    protected TestCallee callee;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    protected final String indicator = "test-" + UUID.randomUUID();
    protected final String ann = "user-" + UUID.randomUUID();

    protected CalendarServiceBlockingStub anyone() {
        return CalendarServiceGrpc.newBlockingStub(callee.anonymous());
    }

    protected CalendarServiceBlockingStub editor() {
        return CalendarServiceGrpc.newBlockingStub(callee.as(token("editor-1", "editor")));
    }

    protected ReminderServiceBlockingStub reminders(String userId) {
        return ReminderServiceGrpc.newBlockingStub(callee.as(token(userId, "reader")));
    }

    protected CalendarFeedServiceBlockingStub feeds(String userId) {
        return CalendarFeedServiceGrpc.newBlockingStub(callee.as(token(userId, "reader")));
    }

    protected CreateReleaseRequest.Builder draft(String period, Duration ahead) {
        return CreateReleaseRequest.newBuilder()
                .setIndicatorId(indicator)
                .setName("Consumer prices, all of them; yes")
                .setCountry("GB")
                .setImportance(3)
                .setReleaseTime(Timestamps.of(in(ahead)))
                .setForecast("2.1")
                .setPrevious("2.0")
                .setUnit("%")
                .setPeriod(period);
    }

    protected Release created(String period, Duration ahead) {
        return editor().createRelease(draft(period, ahead).build()).getRelease();
    }

    protected Release changed(Release release, ReleaseChange.Builder change) {
        return editor().updateRelease(UpdateReleaseRequest.newBuilder()
                        .setReleaseId(release.getId())
                        .setRelease(change)
                        .build())
                .getRelease();
    }

    protected void remind(String userId, Release release, int leadMinutes) {
        var _ = reminders(userId)
                .putReminder(PutReminderRequest.newBuilder()
                        .setReleaseId(release.getId())
                        .setLeadMinutes(leadMinutes)
                        .build());
    }

    /** To the second, so that it is the same everywhere. */
    protected Instant in(Duration ahead) {
        return clock.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Others tell. */
    protected void happened(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }

    /** Good by the service's clock, however far it was advanced. */
    private String token(String userId, String role) {
        return TestTokens.with(claims -> claims.subject(userId)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(clock.instant().plusSeconds(600))));
    }
}
