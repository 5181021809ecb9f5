package news.platform.comment.screening;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.platform.comment.CommentServiceTest;
import news.platform.comment.v1.ScreenTextsRequest;
import news.platform.comment.v1.ScreeningServiceGrpc;
import news.platform.test.TestTokens;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ScreenTextsIT extends CommentServiceTest {
    @Autowired
    private Screening screening;

    @Test
    void tellsSearchServiceWhichTextsMayBeShown() {
        var word = "zq" + freshUser().replaceAll("[^a-z]", "") + "zq";
        jdbc.sql("""
                        insert into word_list (category, weight, passing_weight, words, version, update_time)
                        values (:category, 100, 100, :words, 1, now())""")
                .param("category", word)
                .param("words", new String[] {word})
                .update();
        screening.refresh();

        var answer = ScreeningServiceGrpc.newBlockingStub(callee.from(TestCertificates.of("search-service")))
                .screenTexts(ScreenTextsRequest.newBuilder()
                        .addAllTexts(List.of("fed rates", "about " + word, "央行"))
                        .build());

        assertThat(answer.getHarmlessList()).containsExactly("fed rates", "央行");
    }

    @Test
    void isNobodyElses() {
        var moderator = ScreeningServiceGrpc.newBlockingStub(callee.as(TestTokens.user("m", "moderator")));

        assertRefused(
                "SERVICE_NOT_ALLOWED",
                () -> moderator.screenTexts(
                        ScreenTextsRequest.newBuilder().addTexts("any").build()));
    }
}
