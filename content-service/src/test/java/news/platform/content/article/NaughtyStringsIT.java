package news.platform.content.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Status;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import news.platform.content.ContentServiceTest;
import news.platform.content.NaughtyStrings;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.error.ErrorStatuses;
import news.platform.error.FieldViolation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NaughtyStringsIT extends ContentServiceTest {
    @Test
    void keepsTextsExactlyOrRefusesThemNamingTheField() throws IOException {
        var kept = new HashMap<String, String>();
        for (var text : NaughtyStrings.all()) {
            var request = story().setTitle(text).setSummary(text).setBodyHtml("<p>body</p>" + text);

            accepted(() -> {
                        var draft = draft(request);
                        assertThat(draft.getBodyHtml())
                                .doesNotContainIgnoringCase("<script", "href=\"javascript:", "src=\"javascript:");
                        kept.put(draft.getId(), text);
                    })
                    .ifPresent(fields -> assertThat(fields).isSubsetOf("title", "summary", "bodyHtml"));
        }

        assertThat(kept).hasSizeGreaterThan(450);
        jdbc.sql("select id, title, summary from article where id = any (?)")
                .param(kept.keySet().toArray(String[]::new))
                .query(row -> {
                    assertThat(row.getString("title")).isEqualTo(kept.get(row.getString("id")));
                    assertThat(row.getString("summary")).isEqualTo(kept.get(row.getString("id")));
                });
    }

    @Test
    void storesTagsExactlyOrRefusesThem() throws IOException {
        for (var text : NaughtyStrings.all()) {
            accepted(() -> assertThat(draft(story().addTags(text)).getTags(0)).isEqualTo(text))
                    .ifPresent(fields -> assertThat(fields).containsOnly("tags[0]"));
        }
    }

    @Test
    void filtersByAnythingOrRefusesItNamingTheField() throws IOException {
        for (var text : NaughtyStrings.all()) {
            for (var request : List.of(
                    ListArticlesRequest.newBuilder()
                            .setTag(text)
                            .setChannel(text)
                            .setSymbol(text),
                    ListArticlesRequest.newBuilder().setAuthor(text),
                    ListArticlesRequest.newBuilder().setPageToken(text))) {
                accepted(() -> anyone().listArticles(request.build())).ifPresent(fields -> assertThat(fields)
                        .isSubsetOf("tag", "channel", "author", "symbol", "pageToken"));
            }
        }
    }

    /** The fields that were refused; empty where nothing was. */
    private static Optional<List<String>> accepted(ThrowingCallable call) {
        var failure = catchThrowable(call);
        if (failure == null) {
            return Optional.empty();
        }
        if (failure instanceof AssertionError error) {
            throw error;
        }
        var refused = ErrorStatuses.read(failure);
        assertThat(refused.code()).as("%s", failure).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused.violations()).isNotEmpty();
        return Optional.of(
                refused.violations().stream().map(FieldViolation::field).toList());
    }
}
