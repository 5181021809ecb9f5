package news.platform.search.searching;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import news.platform.search.SearchServiceTest;
import news.platform.test.TrialData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NaughtyStringsIT extends SearchServiceTest {
    @Test
    void answersWhateverIsAsked() throws IOException {
        var strings = JsonMapper.shared()
                .readValue(Files.readString(TrialData.require("open/naughty-strings.json")), String[].class);

        for (var text : strings) {
            answered(text);
        }
    }

    @Test
    void answersWhatIsDearWithinItsBudget() {
        have(SearchFixtures.article("Some title", "some body"));
        for (var text : List.of(
                "a ".repeat(150), "*".repeat(300), "国".repeat(300), "\"a\" ".repeat(75), "-a ".repeat(100), "?*?*")) {
            answered(text);
        }
    }

    private void answered(String text) {
        try {
            assertThat(search(text).getHitsCount()).isNotNegative();
        } catch (StatusRuntimeException e) {
            assertThat(e.getStatus().getCode()).as(text).isEqualTo(Status.Code.INVALID_ARGUMENT);
        }
    }
}
