package news.platform.benchmarks.search.chaos;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import news.platform.benchmarks.measure.Rows;
import news.platform.benchmarks.measure.Topic;
import news.platform.benchmarks.measure.Vitals;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;
import news.platform.ranking.v1.RecordViewRequest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where views are counted: what the edge has dropped, what the topic holds, what rankings have counted. */
final class ViewCounts implements AutoCloseable {
    private static final String TOPIC = "news.ranking.view.v1";
    private static final String SENDER = "ce_sender";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final RunningPlatform platform;
    private final Topic topic;
    private final Map<TopicPartition, Long> begin;
    private final Edge metrics;

    /** Views that come from now on. */
    ViewCounts(RunningPlatform platform) {
        this.platform = platform;
        this.topic = new Topic(platform.broker(), TOPIC);
        this.begin = topic.isThere() ? topic.ends() : Map.of();
        this.metrics = new Edge(platform.actuatorPort(), PATIENCE, _ -> {});
    }

    /** How many views the present gateway has dropped since it was started; searches and the like are dropped elsewhere. */
    long dropped() {
        return (long) Vitals.sum(metrics, "news_signal_dropped_total");
    }

    /** How many the topic holds of these articles, each viewer once. */
    long held(Set<String> articles) {
        Set<String> held = new HashSet<>();
        topic.read(begin, message -> {
            var article = article(message);
            if (articles.contains(article)) {
                held.add(article + "\n" + sender(message));
            }
        });
        return held.size();
    }

    /** How many are counted of these, as soon as there are so many; or how many there are when patience ends. */
    long counted(Set<String> articles, long expected) {
        long end = System.nanoTime() + SETTLING.toNanos();
        long counted = counted(articles);
        while (counted != expected && System.nanoTime() < end) {
            Pause.of(Duration.ofSeconds(1));
            counted = counted(articles);
        }
        return counted;
    }

    private long counted(Set<String> articles) {
        var targets = articles.stream().map(id -> "articles/" + id).toList();
        return Rows.of(
                        platform,
                        "ranking",
                        "select coalesce(sum(views), 0) as views from engagement where target = any (?)",
                        targets,
                        row -> row.getLong("views"))
                .getFirst();
    }

    private static String article(ConsumerRecord<byte[], byte[]> message) {
        try {
            return RecordViewRequest.parseFrom(message.value()).getArticleId();
        } catch (InvalidProtocolBufferException e) {
            throw new Complaint("There is something else than views in their topic.", e);
        }
    }

    private static String sender(ConsumerRecord<byte[], byte[]> message) {
        return new String(message.headers().lastHeader(SENDER).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        metrics.close();
        topic.close();
    }
}
