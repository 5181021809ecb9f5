package news.platform.persistence.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import news.platform.error.DomainException;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final PageScope SCOPE = PageScope.of("rows");

    private final Pages pages = new Pages(new PageTokens(() -> new byte[32]));

    @Test
    void givesEachRowOnceInOrder() {
        var rows = LongStream.rangeClosed(1, 7).boxed().toList();

        var read = new ArrayList<List<Long>>();
        var token = "";
        do {
            var page = pages.byNumber(SCOPE, new PageRequest(3, token), Long::longValue, (after, limit) -> rows.stream()
                    .filter(row -> row > after.orElse(0L))
                    .limit(limit)
                    .toList());
            read.add(page.items());
            token = page.nextToken();
        } while (!token.isEmpty());

        assertThat(read).containsExactly(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L), List.of(7L));
    }

    @Test
    void endsWhereTheLastPageIsJustFull() {
        var page = pages.byNumber(SCOPE, new PageRequest(2, ""), Long::longValue, (_, _) -> List.of(1L, 2L));

        assertThat(page).isEqualTo(new Page<>(List.of(1L, 2L), ""));
    }

    @Test
    void continuesAfterTheTimeAndIdOfTheLastRow() {
        var first = new TimeAndId(Instant.parse("2026-03-01T12:00:00.123456Z"), "b");
        var second = new TimeAndId(Instant.parse("2026-03-01T11:00:00Z"), "a");
        var asked = new ArrayList<Optional<TimeAndId>>();
        Pages.Rows<TimeAndId, TimeAndId> rows = (after, _) -> {
            asked.add(after);
            return after.isEmpty() ? List.of(first, second) : List.of(second);
        };

        var page = pages.byTime(SCOPE, new PageRequest(1, ""), row -> row, rows);
        var next = pages.byTime(SCOPE, new PageRequest(1, page.nextToken()), row -> row, rows);

        assertThat(page.items()).containsExactly(first);
        assertThat(next).isEqualTo(new Page<>(List.of(second), ""));
        assertThat(asked).containsExactly(Optional.empty(), Optional.of(first));
    }

    @Test
    void refusesATokenOfAnotherListBeforeItReads() {
        var token = pages.byNumber(SCOPE, new PageRequest(1, ""), Long::longValue, (_, _) -> List.of(1L, 2L))
                .nextToken();

        assertThatThrownBy(() -> pages.byNumber(
                        SCOPE.with("state", "DRAFT"), new PageRequest(1, token), Long::longValue, (_, _) -> {
                            throw new AssertionError("not to be read");
                        }))
                .isInstanceOf(DomainException.class)
                .hasMessageStartingWith("pageToken: ");
    }

    @Test
    void knowsItsOwnNumbersAgainAndNoOthers() {
        var token = pages.token(SCOPE, 7);

        assertThat(pages.number(SCOPE, token)).hasValue(7);
        assertThat(pages.number(SCOPE.with("state", "DRAFT"), token)).isEmpty();
        assertThat(pages.number(SCOPE, "forged")).isEmpty();
        assertThat(pages.number(SCOPE, "")).isEmpty();
    }
}
