package news.platform.content.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.persistence.RetentionRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RevisionRetentionIT extends ContentServiceTest {
    @Autowired
    private List<RetentionRule> rules;

    @Test
    void deletesRevisionsThatAreNeitherAmongTheLatestNorRecent() {
        var id = draft(story()).getId();
        IntStream.rangeClosed(2, 53).forEach(number -> update(id, "Title " + number));
        jdbc.sql(
                        "update article_revision set surplus_time = surplus_time - interval '401 days' where article_id = ? and number <= 2")
                .param(id)
                .update();

        apply(rule("article_revision"));

        assertThat(numbers(id)).startsWith(3L, 4L).endsWith(53L).hasSize(51);
    }

    @Test
    void keepsTheLatestHoweverOldTheyAre() {
        var id = draft(story()).getId();
        jdbc.sql("update article_revision set create_time = create_time - interval '9 years' where article_id = ?")
                .param(id)
                .update();

        apply(rule("article_revision"));

        assertThat(numbers(id)).containsExactly(1L);
    }

    private void apply(RetentionRule rule) {
        jdbc.sql("delete from %s old where old.%s < now() - interval '%d seconds' and (%s)"
                        .formatted(rule.table(), rule.timeColumn(), rule.keep().toSeconds(), rule.condition()))
                .update();
    }

    private RetentionRule rule(String table) {
        return rules.stream()
                .filter(rule -> rule.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> numbers(String id) {
        return jdbc.sql("select number from article_revision where article_id = ? order by number")
                .param(id)
                .query(Long.class)
                .list();
    }

    private void update(String id, String title) {
        editor().updateArticle(UpdateArticleRequest.newBuilder()
                .setArticleId(id)
                .setArticle(ArticleChange.newBuilder().setTitle(title))
                .build());
    }
}
