package news.platform.comment.thread;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import news.platform.comment.CommentServiceTest;
import news.platform.comment.v1.Comment;
import news.platform.comment.v1.ListMyCommentsRequest;
import news.platform.error.ErrorStatuses;
import news.platform.error.FieldViolation;
import news.platform.test.TrialData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaughtyStringsIT extends CommentServiceTest {
    @Test
    void keepsTextsExactlyOrRefusesThemNamingTheField() throws IOException {
        var target = freshTarget();
        var root = said(freshUser(), target, "Rates will fall.");
        int kept = 0;
        for (var text : strings()) {
            var writer = freshUser();
            var failure = catchThrowable(() -> {
                said(writer, target, text);
                answered(writer, root, text + "!");
            });
            if (failure == null) {
                kept++;
                assertThat(as(writer)
                                .listMyComments(ListMyCommentsRequest.getDefaultInstance())
                                .getCommentsList())
                        .extracting(Comment::getText)
                        .containsExactly(text + "!", text);
            } else {
                var refused = ErrorStatuses.read(failure);
                assertThat(refused.code()).as("%s: %s", text, failure).isEqualTo(Status.Code.INVALID_ARGUMENT);
                assertThat(refused.violations())
                        .extracting(FieldViolation::field)
                        .containsOnly("text");
            }
        }

        assertThat(kept).isGreaterThan(450);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gold \u202eeurt", "\u2066gold", "gold\u0007", "\u009bgold"})
    void refusesWhatHidesOrTurnsAroundWhatIsShownBehindIt(String text) {
        assertInvalid(() -> said(freshUser(), freshTarget(), text), "text");
    }

    @Test
    void takesLinesTabsAndMarksOfDirection() {
        var text = "two\tlines\r\n\u200fof one\u200e";

        assertThat(said(freshUser(), freshTarget(), text).getText()).isEqualTo(text);
    }

    /** The collection of naughty strings, where it is there, and some of our own. */
    private static List<String> strings() throws IOException {
        var strings = new ArrayList<>(List.of(new ObjectMapper()
                .readValue(TrialData.require("open/naughty-strings.json").toFile(), String[].class)));
        strings.add("a\0b");
        strings.add("\uFFFE\uFFFF");
        return strings;
    }
}
