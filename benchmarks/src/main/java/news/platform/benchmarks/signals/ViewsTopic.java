package news.platform.benchmarks.signals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.local.console.Complaint;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topic of the signals at the platform's broker. */
final class ViewsTopic implements AutoCloseable {
    private static final String NAME = "news.views.view.v1";
    private static final String GROUP = "views.ViewCounts";

    private final Admin admin;

    ViewsTopic(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** What a run leaves behind goes. */
    void remove() {
        done(admin.deleteConsumerGroups(List.of(GROUP)).all());
        done(admin.deleteTopics(List.of(NAME)).all());
    }

    boolean isThere() {
        return answer(admin.listTopics().names()).contains(NAME);
    }

    /** How many signals it holds. */
    long size() {
        List<TopicPartition> partitions = answer(
                        admin.describeTopics(List.of(NAME)).allTopicNames())
                .values()
                .stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .map(partition -> new TopicPartition(NAME, partition.partition()))
                .toList();
        Map<TopicPartition, OffsetSpec> ends =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return answer(admin.listOffsets(ends).all()).values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private static void done(KafkaFuture<Void> deletion) {
        try {
            deletion.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException
                    || e.getCause() instanceof GroupIdNotFoundException)) {
                throw refused(e);
            }
        }
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw refused(e);
        }
    }

    private static Complaint refused(ExecutionException e) {
        return new Complaint("The broker refused: " + e.getCause(), e);
    }

    private static Complaint interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Complaint("Interrupted.", e);
    }
}
