package news.platform.livenews.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.grpc.GrpcServerObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.TracingObservationHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import news.platform.livenews.LivenewsServiceTest;
import news.platform.livenews.v1.ListLivesRequest;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveChange;
import news.platform.livenews.v1.StreamLivesRequest;
import news.platform.livenews.v1.StreamLivesResponse;
import news.platform.test.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StreamLivesIT extends LivenewsServiceTest {
    private static final int TRIALS = Integer.getInteger("news.test.trials", 100);

    @Autowired
    private LiveLog liveLog;

    @Autowired
    private TestClock clock;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private ObservationRegistry observations;

    private final List<CancellableContext> open = new ArrayList<>();

    @AfterEach
    void leave() {
        open.forEach(context -> context.cancel(null));
    }

    @Test
    void tellsWhatHappensInOrder() {
        var stream = stream(liveLog.end());
        var opening = stream.next();

        assertThat(opening.getEvent()).isEmpty();
        assertThat(opening.getCoversFrom()).isEqualTo(opening.getPosition());
        // each is read before the next is made: whoever is later than the withdrawal is told of that alone
        var live = published(flash().setImportance(2).addSymbols("US10Y"));
        var created = stream.next();
        assertThat(created.getEvent()).isEqualTo("live.created");
        assertThat(created.getLive()).isEqualTo(live);
        assertThat(created.getChannelIdsList()).containsExactly("global");
        assertThat(created.getImportance()).isEqualTo(2);
        assertThat(created.getSymbolsList()).containsExactly("US10Y");
        var corrected = corrected(live.getId(), "", LiveChange.newBuilder().setTitle("Corrected"));
        var updated = stream.next();
        assertThat(updated.getEvent()).isEqualTo("live.updated");
        assertThat(updated.getLive()).isEqualTo(corrected);
        withdrawn(live.getId(), "");
        var deleted = stream.next();
        assertThat(deleted.getEvent()).isEqualTo("live.deleted");
        assertThat(deleted.getLive().getId()).isEqualTo(live.getId());
        assertThat(deleted.getLive().getVersion()).isEqualTo(3);
        assertThat(deleted.getLive().getContentHtml()).isEmpty();
        assertThat(List.of(opening, created, updated, deleted))
                .extracting(StreamLivesResponse::getPosition)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsNobodyAgainWhatIsWithdrawn() {
        var start = liveLog.end();
        var follower = stream(start);
        follower.next();
        var live = published(flash());
        corrected(live.getId(), "", LiveChange.newBuilder().setTitle("Corrected"));
        var told = List.of(follower.next().getPosition(), follower.next().getPosition());
        withdrawn(live.getId(), "");
        var other = published(flash());

        var late = stream(start);
        late.next();
        var deleted = late.next();

        assertThat(deleted.getEvent()).isEqualTo("live.deleted");
        assertThat(deleted.getLive().getId()).isEqualTo(live.getId());
        assertThat(deleted.getTakesBackList()).isEqualTo(told);
        assertThat(follower.next()).isEqualTo(deleted);
        assertThat(late.next().getLive()).isEqualTo(other);
    }

    @Test
    void goesOnBehindAnyPosition() {
        var start = liveLog.end();
        var first = published(flash());
        var second = published(flash());

        var fromStart = stream(start);
        var opening = fromStart.next();
        var one = fromStart.next();
        var fromFirst = stream(one.getPosition());
        fromFirst.next();

        assertThat(opening.getCoversFrom()).isEqualTo(start);
        assertThat(opening.getPosition()).isEqualTo(liveLog.end());
        assertThat(one.getLive()).isEqualTo(first);
        assertThat(fromStart.next().getLive()).isEqualTo(second);
        assertThat(fromFirst.next().getLive()).isEqualTo(second);
    }

    @Test
    void saysFromWhereItCoversWhatIsOlderThanItKeeps() {
        var start = liveLog.end();
        published(flash());
        clock.advance(Duration.ofDays(3).plusHours(1));

        var opening = stream(start).next();

        assertThat(opening.getCoversFrom()).isGreaterThan(start);
    }

    @Test
    void agesNoPositionThatNothingHasHappenedSince() {
        published(flash());
        var end = liveLog.end();
        clock.advance(Duration.ofDays(30));

        assertThat(stream(end).next().getCoversFrom()).isEqualTo(end);
    }

    @Test
    void saysThatAPositionBeyondTheEndIsNone() {
        published(flash());
        var end = liveLog.end();

        var stream = stream(end + 5_000);
        var opening = stream.next();
        var live = published(flash());

        assertThat(opening.getCoversFrom()).isEqualTo(end);
        assertThat(stream.next().getLive()).isEqualTo(live);
    }

    @Test
    void beginsWithTheOldestForWhoHasNothing() throws InvalidProtocolBufferException {
        published(flash());
        var oldest = jdbc.sql("select live from live_log order by sequence limit 1")
                .query(byte[].class)
                .single();

        var stream = stream(0);
        stream.next();

        assertThat(stream.next().getLive()).isEqualTo(Live.parseFrom(oldest));
    }

    /** One for each gateway, and those who catch up. */
    @Test
    void showsHowManyFollow() {
        await().until(() -> subscribers() == 0);

        stream(liveLog.end()).next();
        stream(liveLog.end()).next();
        assertThat(subscribers()).isEqualTo(2);

        leave();
        await().until(() -> subscribers() == 0);
    }

    /** As any call is, though it ends only when its client leaves. */
    @Test
    void isMeasuredAndInTheTraceOfItsCaller() {
        var spans = new LinkedBlockingQueue<String>();
        observations.observationConfig().observationHandler(new ObservationHandler<GrpcServerObservationContext>() {
            @Override
            public boolean supportsContext(Observation.Context context) {
                return context instanceof GrpcServerObservationContext;
            }

            @Override
            public void onStop(GrpcServerObservationContext context) {
                TracingObservationHandler.TracingContext tracing =
                        context.getRequired(TracingObservationHandler.TracingContext.class);
                var span = Objects.requireNonNull(tracing.getSpan());
                spans.add(context.getFullMethodName() + " " + span.context().traceId());
            }
        });
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var traced = callee.with(Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
        try (var followers = new Followers()) {
            var told = followers.follow(traced, liveLog.end());
            published(flash());
            await().until(() -> told.size() == 1);
        }

        await().untilAsserted(
                        () -> assertThat(spans).contains("news.platform.livenews.v1.LiveService/StreamLives " + trace));
        assertThat(meters.get("grpc.server").tag("rpc.method", "StreamLives").timers())
                .isNotEmpty();
    }

    private double subscribers() {
        return meters.get("news.livenews.stream.subscribers").gauge().value();
    }

    /** List, then stream from the list's position, while others publish as fast as they can. */
    @Test
    void leavesNoGapBetweenListAndStream() throws InterruptedException {
        var stop = new AtomicBoolean();
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var desk = 0; desk < 2; desk++) {
                desks.execute(() -> {
                    while (!stop.get()) {
                        published(flash());
                    }
                });
            }
            try {
                for (var trial = 0; trial < TRIALS; trial++) {
                    var list = anyone().listLives(ListLivesRequest.getDefaultInstance());
                    var position = Long.parseLong(list.getStreamPosition());
                    var stream = stream(position);
                    stream.next();
                    var told = List.of(stream.next(), stream.next(), stream.next());
                    leave();
                    open.clear();

                    var known = jdbc.sql(
                                    "select id from live where state = 'PUBLISHED' and sequence <= ? order by sequence desc limit 10")
                            .param(position)
                            .query(String.class)
                            .list();
                    assertThat(list.getLivesList()).extracting(Live::getId).containsAll(known);
                    assertThat(told)
                            .extracting(StreamLivesResponse::getPosition)
                            .containsExactlyElementsOf(jdbc.sql(
                                            "select sequence from live_log where sequence > ? order by sequence limit 3")
                                    .param(position)
                                    .query(Long.class)
                                    .list());
                }
            } finally {
                stop.set(true);
            }
        }
    }

    /** Until the end of the test. */
    private Iterator<StreamLivesResponse> stream(long after) {
        var context = Context.current().withCancellation();
        open.add(context);
        try {
            return context.call(() -> anyone().streamLives(
                            StreamLivesRequest.newBuilder().setAfter(after).build()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
