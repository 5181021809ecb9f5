package news.platform.grpc.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.FieldMask;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.error.FieldViolation;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import news.platform.probe.v1.ProbeChange;
import org.junit.jupiter.api.Test;

class ChangedTest {
    private static final ProbeChange CHANGE =
            ProbeChange.newBuilder().setNote("new").addTags("a").build();

    @Test
    void takesWhatTheMaskNamesAndClearsWhatIsNotSet() {
        var changed = Changed.of(ProbeChange.newBuilder().addTags("a").build(), mask("note"), "probe");

        assertThat(changed.value("note", "")).contains("");
        assertThat(changed.values("tags", List.of("a"))).isEmpty();
    }

    @Test
    void takesWhatIsSetWhereTheMaskIsEmpty() {
        var changed = Changed.of(CHANGE, mask(), "probe", "display_name");

        assertThat(changed.value("note", CHANGE.getNote())).contains("new");
        assertThat(changed.values("tags", CHANGE.getTagsList())).contains(List.of("a"));
        assertThat(changed.value("display_name", CHANGE.getDisplayName())).isEmpty();
    }

    @Test
    void refusesAPathThatIsNoField() {
        assertRefused("nickname", "updateMask", "nickname (expected: displayName, note, tags)");
        assertRefused("note.text", "updateMask", "note.text (expected: displayName, note, tags)");
        assertRefused("*", "updateMask", "* (expected: displayName, note, tags)");
    }

    @Test
    void refusesToClearWhatMustHaveAValue() {
        assertRefused("display_name", "probe.displayName", "named in the mask but not set (expected: a value)");
    }

    @Test
    void isNotAskedForFieldsThatAreNone() {
        var changed = Changed.of(CHANGE, mask("note"), "probe");

        assertThatThrownBy(() -> changed.value("nickname", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "field of news.platform.probe.v1.ProbeChange: nickname (expected: displayName, note, tags)");
    }

    private static void assertRefused(String path, String field, String message) {
        assertThatThrownBy(() -> Changed.of(CHANGE, mask(path), "probe", "display_name"))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.of(PlatformReason.INVALID_FIELD));
                    assertThat(refusal.violations()).containsExactly(new FieldViolation(field, message));
                });
    }

    private static FieldMask mask(String... paths) {
        return FieldMask.newBuilder().addAllPaths(List.of(paths)).build();
    }
}
