package news.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import news.platform.probe.v1.ProbeBroken;
import news.platform.probe.v1.ProbeChanged;
import news.platform.probe.v1.ProbeLost;
import news.platform.probe.v1.ProbeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypesTest {
    @Test
    void readsTypeTopicSubjectAndVersion() {
        EventDescription event = EventTypes.of(ProbeChanged.getDescriptor());
        ProbeChanged changed =
                ProbeChanged.newBuilder().setProbeId("p1").setVersion(7).build();

        assertThat(event.type()).isEqualTo("news.probe.probe-thing.changed.v1");
        assertThat(event.topic())
                .isEqualTo(new TopicDescription("news.probe.probe-thing.v1", 3, Duration.ofMinutes(1), true));
        assertThat(event.topic().owner()).isEqualTo("probe");
        assertThat(event.subject(changed)).isEqualTo("p1");
        assertThat(event.version(changed)).isEqualTo(7);
    }

    @Test
    void findsNothingInAMessageThatIsNoEvent() {
        assertThat(EventTypes.find(ProbeRequest.getDescriptor())).isEmpty();
        assertThatThrownBy(() -> EventTypes.of(ProbeRequest.getDescriptor())).hasMessageContaining("is no event");
    }

    @Test
    void refusesAnOptionThatNamesNoField() {
        assertThatThrownBy(() -> EventTypes.of(ProbeBroken.getDescriptor()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ProbeBroken event option: nothing");
    }

    @Test
    void refusesATopicThatIsNotDeclared() {
        assertThatThrownBy(() -> EventTypes.of(ProbeLost.getDescriptor()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ProbeLost goes to news.probe.probe-nowhere.v1, which its file does not declare");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "news.a.b.v1", "news.a.b.c", "other.a.b.c.v1", "news.a.b.c.v0", "news.A.b.c.v1"})
    void refusesATypeOfAnotherForm(String type) {
        assertThatThrownBy(() -> EventTypes.topicOf(type)).isInstanceOf(IllegalArgumentException.class);
    }
}
