package news.platform.work.task;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What these tests have done, in whichever replica. */
@Configuration(proxyBeanMethods = false)
class WorkHandlers {
    /** Of all replicas: those in the second context wait at them, too. */
    static final Gate TIMERS = new Gate();

    static final Gate JOBS = new Gate();
    static final AtomicInteger CALLS = new AtomicInteger();
    static final AtomicInteger AT_ONCE = new AtomicInteger();
    static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();

    /** Has its effect, unless the key says that it is bad. */
    @Bean
    Timer plain(Effects effects) {
        return timer("plain", key -> {
            effects.add("plain", key);
            if (key.startsWith("bad")) {
                throw new IllegalStateException("bad for ever");
            }
        });
    }

    /** Has its effect, then waits before it commits. */
    @Bean
    Timer gated(Effects effects) {
        return timer("gated", key -> {
            effects.add("gated", key);
            TIMERS.pass();
        });
    }

    /** Locks its subject first. */
    @Bean
    Timer locking(Effects effects, JdbcClient jdbc) {
        return timer("locking", key -> {
            jdbc.sql("select id from note where id = :id for update")
                    .param("id", key)
                    .query(String.class)
                    .list();
            effects.add("locking", key);
        });
    }

    /** Schedules itself anew, three times in all. */
    @Bean
    Timer again(Effects effects, Agenda agenda, Clock clock) {
        return timer("again", key -> {
            effects.add("again", key);
            if (effects.count("again") < 3) {
                agenda.schedule("again", key, clock.instant());
            }
        });
    }

    @Bean
    Job<String> call(Effects effects) {
        return job(
                "call",
                key -> {
                    CALLS.incrementAndGet();
                    if (key.startsWith("bad")) {
                        throw new IllegalStateException("nobody answers");
                    }
                    return key;
                },
                (key, result) -> effects.add("call", result));
    }

    /** Waits while it is calling; what comes back says which call it was. */
    @Bean
    Job<Integer> slow(Effects effects) {
        return job(
                "slow",
                key -> {
                    int call = CALLS.incrementAndGet();
                    if (call == 1) {
                        JOBS.pass();
                    }
                    return call;
                },
                (key, result) -> effects.add("slow", key + " by call " + result));
    }

    /** Two of a lane at once. */
    @Bean
    Job<String> lanes(Effects effects, JdbcClient jdbc) {
        Job<String> job = job(
                "lanes",
                key -> {
                    MOST_AT_ONCE.accumulateAndGet(AT_ONCE.incrementAndGet(), Math::max);
                    jdbc.sql("select pg_sleep(0.02)").query().listOfRows();
                    AT_ONCE.decrementAndGet();
                    return key;
                },
                (key, result) -> effects.add("lanes", key));
        return new Job<>() {
            @Override
            public String kind() {
                return job.kind();
            }

            @Override
            public String call(String key) {
                return job.call(key);
            }

            @Override
            public void complete(String key, String result) {
                job.complete(key, result);
            }

            @Override
            public int perLane() {
                return 2;
            }
        };
    }

    private static Timer timer(String kind, Consumer<String> firing) {
        return new Timer() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void fire(String key) {
                firing.accept(key);
            }
        };
    }

    private static <R> Job<R> job(String kind, Function<String, R> calling, BiConsumer<String, R> completing) {
        return new Job<>() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public R call(String key) {
                return calling.apply(key);
            }

            @Override
            public void complete(String key, R result) {
                completing.accept(key, result);
            }
        };
    }
}
