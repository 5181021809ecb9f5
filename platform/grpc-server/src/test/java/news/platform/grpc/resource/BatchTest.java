package news.platform.grpc.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    @Test
    void answersInTheOrderOfTheRequestAndSaysWhatIsMissing() {
        var batch = Batch.of(List.of("c", "x", "a", "y"), ids -> List.of("a", "c"), id -> id);

        assertThat(batch.found()).containsExactly("c", "a");
        assertThat(batch.missing()).containsExactly("x", "y");
    }

    @Test
    void readsEachIdOnceInOneGo() {
        var read = new ArrayList<List<String>>();

        var batch = Batch.of(
                List.of("a", "b", "a", "b"),
                ids -> {
                    read.add(ids);
                    return List.of("a");
                },
                id -> id);

        assertThat(read).containsExactly(List.of("a", "b"));
        assertThat(batch).isEqualTo(new Batch<>(List.of("a"), List.of("b")));
    }
}
