package news.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import news.platform.event.EventTopics;
import news.platform.messaging.Attention;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.MessagingProperties;
import news.platform.messaging.Outbox;
import news.platform.test.store.TestDatabase;
import news.platform.test.store.TestKafka;
import news.platform.work.Rounds;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** A database with an outbox, and as many relays as a test likes, each like one in a process of its own. */
final class Station implements AutoCloseable {
    /** Bytes that one of the limits allows and the other does not. */
    static final int LONG_NOTE = 5000;

    private final TestKafka kafka = TestKafka.own();
    private final TestDatabase database = TestDatabase.migrated();
    private final String bootstrapServers;
    private final MessagingProperties.Create create;
    private final MessagingContext context = new MessagingContext(
            "station", kafka.prefix(), Clock.systemUTC(), ObservationRegistry.NOOP, new SimpleMeterRegistry());
    /** Of whoever publishes and of the first relay, which are of one process. */
    private final Attention attention = new Attention();

    private int relays;
    private Duration rest = Duration.ofMillis(10);
    private final List<Runnable> opened = new ArrayList<>();
    private final HikariDataSource pool = new HikariDataSource();
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    final JdbcClient jdbc;

    Station(String bootstrapServers) {
        this(bootstrapServers, MessagingProperties.Create.ALL);
    }

    /** @param create which topics its relays make */
    Station(String bootstrapServers, MessagingProperties.Create create) {
        this.bootstrapServers = bootstrapServers;
        this.create = create;
        pool.setDataSource(database.dataSource());
        this.jdbc = JdbcClient.create(pool);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        this.outbox = outbox(attention);
    }

    /** @param attention of the relay of the process that publishes */
    private Outbox outbox(Attention attention) {
        return new Outbox(
                jdbc,
                () -> UUID.randomUUID().toString(),
                context,
                properties(Duration.ofSeconds(1), MessagingProperties.Create.ALL),
                attention);
    }

    /** How long those of its relays rest that are made from now on. */
    void rest(Duration time) {
        rest = time;
    }

    /** One more relay, started, that looks for what it has missed ten times a second. */
    Runnable relay() {
        return relay(Duration.ofMillis(100));
    }

    /** Returns what stops it. */
    Runnable relay(Duration pollInterval) {
        var properties = properties(pollInterval, create);
        MessagingProperties.Relay settings = properties.relay();
        var servers = new KafkaProperties();
        servers.setBootstrapServers(List.of(bootstrapServers));
        var clients = new Kafka(servers, properties, EventTopics.load(), context);
        var rounds = new Rounds(context.meters());
        var relay = new OutboxRelay(
                () -> new OutboxConnection(DriverManager.getConnection(database.url() + "&ApplicationName=relay")),
                new OutboxSender(clients, List.of(), context, settings.patience()),
                settings,
                relays++ == 0 ? attention : new Attention(),
                rounds);
        Runnable stop = () -> {
            rounds.stop();
            relay.close();
        };
        opened.add(clients::destroy);
        opened.add(stop);
        rounds.start();
        return stop;
    }

    private MessagingProperties properties(Duration pollInterval, MessagingProperties.Create make) {
        return new MessagingProperties(
                kafka.prefix(),
                DataSize.ofMegabytes(1),
                new MessagingProperties.Relay(
                        true, null, 100, pollInterval, Duration.ofSeconds(2), Duration.ofMillis(300), rest),
                new MessagingProperties.Consumer(
                        1,
                        Duration.ofMillis(10),
                        Duration.ofMillis(100),
                        Duration.ZERO,
                        Duration.ofSeconds(10),
                        Duration.ofDays(1)),
                new MessagingProperties.Topic(make, 3, (short) 1));
    }

    /** What could not be sent. */
    OutboxLetters letters() {
        return new OutboxLetters(jdbc);
    }

    /** Events that somebody else wrote, for as many subjects, to a topic by its name at the broker. */
    void insert(String topic, int count) {
        jdbc.sql("""
                        INSERT INTO platform.outbox (event_id, topic, type, subject, version, payload, create_time)
                        SELECT gen_random_uuid(), :topic, 'news.sample.note.written.v1', 'poison-' || n, 1, '', now()
                        FROM generate_series(1, :count) n""").param("topic", topic).param("count", count).update();
    }

    /** The largest record that the topic of notes takes from now on; the broker hears of it some time after its controller. */
    void limit(int bytes) throws Exception {
        configure("max.message.bytes", bytes);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (var partition : producer.partitionsFor(topic())) {
                await().until(() -> takes(producer, partition.partition()) == bytes >= LONG_NOTE);
            }
        }
    }

    private boolean takes(KafkaProducer<String, byte[]> producer, int partition) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(topic(), partition, "probe", new byte[LONG_NOTE]))
                    .get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(RecordTooLargeException.class);
            return false;
        }
    }

    private void configure(String name, int value) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, topic());
        var entry = new ConfigEntry(name, Integer.toString(value));
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(entry, OpType.SET))))
                    .all()
                    .get();
        }
    }

    /** Makes a topic as somebody else would. */
    void make(String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(kafka.topic(topic), 3, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** Publishes in a transaction of its own. */
    void publish(Message event) {
        publish(events -> events.accept(event));
    }

    /** The same in another process, whose relay stands by. */
    void publishElsewhere(Message event) {
        transaction.executeWithoutResult(_ -> outbox(new Attention()).publish(event));
    }

    /** Publishes all that it is given, in one transaction. */
    void publish(Consumer<Consumer<Message>> publisher) {
        transaction.executeWithoutResult(_ -> publisher.accept(outbox::publish));
    }

    /** Where its notes go. */
    String topic() {
        return kafka.topic("news.sample.note.v1");
    }

    int waiting() {
        return jdbc.sql("SELECT count(*) FROM platform.outbox")
                .query(Integer.class)
                .single();
    }

    int waiting(String subject) {
        return jdbc.sql("SELECT count(*) FROM platform.outbox WHERE subject = :subject")
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }

    /** How many hold the lock that makes a relay the active one. */
    int active() {
        return activeBackends().size();
    }

    /** Kills the active relay's connection as a crash would. */
    void killActive() {
        for (Integer backend : activeBackends()) {
            jdbc.sql("SELECT pg_terminate_backend(:pid)")
                    .param("pid", backend)
                    .query()
                    .listOfRows();
        }
    }

    /** Everything that was sent for the given keys, partition by partition, duplicates included. */
    List<ConsumerRecord<String, byte[]>> sent(Set<String> keys) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic()).stream()
                    .map(partition -> new TopicPartition(topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            records.removeIf(record -> !keys.contains(record.key()));
            return records;
        }
    }

    @Override
    public void close() {
        opened.reversed().forEach(Runnable::run);
        pool.close();
        database.close();
    }

    private List<Integer> activeBackends() {
        return jdbc.sql("""
                        SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                        WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted AND l.objid = 1""").query(Integer.class).list();
    }
}
