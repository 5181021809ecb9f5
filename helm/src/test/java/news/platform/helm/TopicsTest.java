package news.platform.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.event.EventTopics;
import news.platform.event.TopicDescription;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The chart's topics are those of the contract: as many partitions, compacted or not, kept as long. */
@NullUnmarked
class TopicsTest {
    private static final Path CHART = Path.of("news-platform");
    private static final Path TOPICS = CHART.resolve("topics.json");

    /** What differs is to be copied from this failure into the file. */
    @Test
    void theChartHasTheTopicsOfTheContract() {
        assertThat(TOPICS).hasContent(json(EventTopics.load().all()));
    }

    @Test
    void rendersEachWithItsDeadLettersWhenTold() {
        var topics = rendered("true");

        assertThat(topics).hasSize(2 * EventTopics.load().all().size());
        EventTopics.load().all().values().forEach(topic -> {
            var spec = topics.get(topic.name());
            assertThat(spec).containsEntry("partitions", topic.partitions()).containsEntry("replicas", 3);
            assertThat(config(spec)).containsAllEntriesOf(config(topic)).containsKey("max.message.bytes");
            assertThat(topics.get(topic.name() + ".dlt")).containsEntry("partitions", topic.partitions());
        });
    }

    @Test
    void leavesThemToTheServicesOtherwise() {
        assertThat(rendered("false")).isEmpty();
    }

    @Test
    void servicesMakeNoneWhereTheChartDoes() {
        assertThat(manifests("true")).contains("NEWS_MESSAGING_TOPIC_CREATE");
        assertThat(manifests("false")).doesNotContain("NEWS_MESSAGING_TOPIC_CREATE");
    }

    /** The specs by name. */
    private static Map<String, Map<String, Object>> rendered(String enabled) {
        var specs = new TreeMap<String, Map<String, Object>>();
        for (var document : new Yaml().loadAll(manifests(enabled))) {
            if (document instanceof Map<?, ?> object && "KafkaTopic".equals(object.get("kind"))) {
                specs.put((String) map(object.get("metadata")).get("name"), map(object.get("spec")));
            }
        }
        return specs;
    }

    private static String manifests(String enabled) {
        return new Helm(CHART)
                .template()
                .withKubeVersion("1.33.0")
                .withValuesFile(CHART.resolve("ci/production-values.yaml"))
                .set("kafka.topics.enabled", enabled)
                .call();
    }

    private static Map<String, Object> config(Map<String, Object> spec) {
        return map(spec.get("config"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** As a service would configure it. */
    private static Map<String, String> config(TopicDescription topic) {
        String retention = Long.toString(topic.retention().toMillis());
        return topic.compacted()
                ? new TreeMap<>(Map.of("cleanup.policy", "compact", "delete.retention.ms", retention))
                : new TreeMap<>(Map.of("retention.ms", retention));
    }

    private static String json(Map<String, TopicDescription> topics) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(topics).values().forEach(topic -> {
            List<String> config = config(topic).entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                    .toList();
            lines.add("  {\"name\": \"" + topic.name() + "\", \"partitions\": " + topic.partitions() + ", \"config\": {"
                    + String.join(", ", config) + "}}");
        });
        return "[\n" + String.join(",\n", lines) + "\n]\n";
    }
}
