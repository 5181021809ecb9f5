package news.platform.comment.declared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import news.platform.comment.CommentServiceTest;
import news.platform.comment.policy.ChangePolicy;
import news.platform.comment.screening.ChangeWordList;
import news.platform.persistence.audit.AuditTrail;
import news.platform.work.Rounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DeclaredRulesIT extends CommentServiceTest {
    @TempDir
    private Path folder;

    @Autowired
    private DeclaredRules declared;

    @Autowired
    private ChangeWordList lists;

    @Autowired
    private ChangePolicy policies;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Rounds rounds;

    private final String category = UUID.randomUUID().toString();
    private final String target = freshTarget();

    @Test
    void areTakenOverOnceForEachChangeAndNoted() throws IOException {
        var file = declare("qxdeclared");
        declared.look(file);
        assertThat(words()).containsExactly("qxdeclared");
        assertThat(mode()).isEqualTo("PRE");

        lists.change(category, "", List.of("qxmoderated"), 60, 30, "a moderator");
        declared.look(file);
        new DeclaredRules(new DeclaredProperties(""), lists, policies, audit, transaction, rounds).look(file);
        assertThat(words()).as("the file says nothing new, to no replica").containsExactly("qxmoderated");

        declared.look(declare("qxanother"));
        assertThat(words()).containsExactly("qxanother");
        assertThat(actors(category)).containsExactly("system", "a moderator", "system");
        assertThat(actors(target)).containsExactly("system");
    }

    @Test
    void areRefusedWholeWhereOneIsWrong() throws IOException {
        declared.look(declare("qxdeclared"));

        declared.look(Files.writeString(
                folder.resolve("wrong.json"),
                "{\"wordLists\":{\"%s\":{\"words\":[\"qxnew\"]}},\"policies\":{\"%s\":\"NEVER\"}}"
                        .formatted(category, target)));
        declared.look(folder.resolve("missing.json"));

        assertThat(words()).containsExactly("qxdeclared");
    }

    private Path declare(String word) throws IOException {
        return Files.writeString(
                folder.resolve("rules.json"),
                "{\"wordLists\":{\"%s\":{\"words\":[\"%s\"]}},\"policies\":{\"%s\":\"PRE\"}}"
                        .formatted(category, word, target));
    }

    private List<String> words() {
        return List.of(jdbc.sql("select array_to_string(words, ' ') from word_list where category = :category")
                .param("category", category)
                .query(String.class)
                .single()
                .split(" "));
    }

    private String mode() {
        return jdbc.sql("select mode from moderation_policy where target = :target")
                .param("target", target)
                .query(String.class)
                .single();
    }

    private List<String> actors(String subject) {
        return jdbc.sql("select actor from audit_entry where subject = :subject order by id")
                .param("subject", subject)
                .query(String.class)
                .list();
    }
}
