package news.platform.messaging;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.messaging.NotesApplication.Announcer;
import news.platform.messaging.NotesApplication.Glance;
import news.platform.test.store.TestBroker;
import news.platform.test.store.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Two replicas that publish and take notes, a database and a broker of their own, and somebody who kills them. */
final class ChaosWorld implements AutoCloseable {
    private final Random random;
    private final TestBroker broker = TestBroker.started();
    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final List<String> notes;
    private final List<ConfigurableApplicationContext> replicas = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private final CountDownLatch over = new CountDownLatch(1);

    ChaosWorld(long seed, int subjects) {
        this.random = new Random(seed);
        this.notes = IntStream.range(0, subjects).mapToObj(_ -> Notes.newId()).toList();
        replicas.add(replica());
        replicas.add(replica());
    }

    /** Two topics that cannot be made and rows that are refused, each so many, before anything else. */
    void addPoison(int each) {
        for (String topic : List.of("news.sample.undeclared.v1", "no topic name!")) {
            jdbc.sql("""
                            INSERT INTO platform.outbox (event_id, topic, type, subject, version, payload, create_time)
                            SELECT gen_random_uuid(), :topic, 'news.sample.note.written.v1', 'poison-' || n, 1, '', now()
                            FROM generate_series(1, :each) n""").param("topic", topic).param("each", each).update();
        }
        jdbc.sql("""
                        INSERT INTO platform.outbox (event_id, topic, type, subject, version, payload, create_time)
                        SELECT gen_random_uuid(), 'news.sample.note.v1', 'news.sample.note.written.v1', 'large-' || n, 1,
                          decode(repeat('00', 3300000), 'hex'), now()
                        FROM generate_series(1, :each) n""").param("each", each).update();
    }

    /** Publishes without pause, and kills something again and again, for so long; in the end all is there again. */
    void rage(Duration duration) throws InterruptedException {
        List<Thread> publishers = notes.stream()
                .map(note -> Thread.ofVirtual().name("publisher").start(() -> publish(note)))
                .toList();
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            over.await(random.nextInt(200, 1500), TimeUnit.MILLISECONDS);
            kill();
        }
        over.countDown();
        for (Thread publisher : publishers) {
            publisher.join();
        }
        replicas.forEach(replica -> replica.getBean(Announcer.class).away.set(false));
    }

    /** How long it took, again and again, from the commit of an event until both replicas had been told, the longest last. */
    List<Duration> told(int times) {
        List<Glance> glances =
                replicas.stream().map(replica -> replica.getBean(Glance.class)).toList();
        await().until(() -> glances.stream().allMatch(glance -> glance.gaps.get() > 0));
        var durations = new ArrayList<Duration>();
        for (int i = 0; i < times; i++) {
            String id = Notes.newId();
            var outbox = replicas.getFirst().getBean(Outbox.class);
            replicas.getFirst()
                    .getBean(TransactionTemplate.class)
                    .executeWithoutResult(_ -> outbox.publish(Notes.written(id, 1, "soon")));
            long committed = System.nanoTime();
            await().until(() -> glances.stream().allMatch(glance -> glance.seen.containsKey(id)));
            long last = glances.stream()
                    .mapToLong(glance -> glance.seen.get(id))
                    .max()
                    .orElseThrow();
            durations.add(Duration.ofNanos(Math.max(0, last - committed)));
        }
        durations.sort(Comparator.naturalOrder());
        return durations;
    }

    /** What was done how often. */
    Map<String, Integer> done() {
        return done;
    }

    /** The last version of each note that was committed. */
    Map<String, Long> published() {
        return notes.stream().collect(Collectors.toMap(Function.identity(), this::version));
    }

    int waiting() {
        return count("SELECT count(*) FROM platform.outbox");
    }

    int letters() {
        return count("SELECT count(*) FROM platform.outbox_dead_letter");
    }

    /** The versions of a note in the order in which they had their effect. */
    List<Long> effects(String note) {
        return jdbc.sql("SELECT version FROM reading WHERE note_id = :note ORDER BY position")
                .param("note", note)
                .query(Long.class)
                .list();
    }

    @Override
    public void close() {
        over.countDown();
        replicas.forEach(ConfigurableApplicationContext::close);
        database.close();
        broker.close();
    }

    private void kill() {
        switch (random.nextInt(5)) {
            case 0 -> {
                done.merge("relay", 1, Integer::sum);
                terminate("application_name LIKE '% relay'");
            }
            case 1 -> {
                done.merge("database", 1, Integer::sum);
                terminate("pid <> pg_backend_pid()");
            }
            case 2 -> {
                done.merge("broker", 1, Integer::sum);
                broker.stop();
                pause();
                broker.start();
            }
            case 3 -> {
                done.merge("replica", 1, Integer::sum);
                replicas.removeFirst().close();
                replicas.add(replica());
            }
            default -> {
                done.merge("callee", 1, Integer::sum);
                Announcer announcer = replicas.getFirst().getBean(Announcer.class);
                announcer.away.set(!announcer.away.get());
            }
        }
    }

    private void pause() {
        try {
            over.await(random.nextInt(200, 2000), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void terminate(String which) {
        try {
            jdbc.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND "
                            + which)
                    .query()
                    .listOfRows();
        } catch (DataAccessException e) {
            // so was the one that asked
        }
    }

    /** One more version of a note after the other; what did not commit is tried again. */
    private void publish(String note) {
        while (over.getCount() > 0) {
            ConfigurableApplicationContext replica = replicas.getLast();
            try {
                var outbox = replica.getBean(Outbox.class);
                replica.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
                    long next = replica.getBean(JdbcClient.class)
                            .sql("""
                                    INSERT INTO note_view (note_id, views) VALUES (:note, 1)
                                    ON CONFLICT (note_id) DO UPDATE SET views = note_view.views + 1 RETURNING views""")
                            .param("note", note)
                            .query(Long.class)
                            .single();
                    outbox.publish(Notes.written(note, next, "chaos"));
                });
                over.await(random.nextInt(5, 50), TimeUnit.MILLISECONDS);
            } catch (DataAccessException | TransactionException | IllegalStateException e) {
                // a replica or the database was killed under it
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private long version(String note) {
        return jdbc.sql("SELECT coalesce(max(views), 0) FROM note_view WHERE note_id = :note")
                .param("note", note)
                .query(Long.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private ConfigurableApplicationContext replica() {
        Map<String, String> properties = Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "",
                "spring.kafka.bootstrap-servers", broker.bootstrapServers(),
                "news.messaging.topic.partitions", "3",
                "news.messaging.topic.create", "ALL",
                "news.messaging.relay.send-timeout", "2s",
                "management.tracing.export.zipkin.enabled", "false");
        var replica = new SpringApplicationBuilder(NotesApplication.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(properties.entrySet().stream()
                        .flatMap(property -> Stream.of("--" + property.getKey() + "=" + property.getValue()))
                        .toArray(String[]::new));
        TestBroker.quiet();
        return replica;
    }
}
