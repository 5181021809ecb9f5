package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@link Migrations} hold, and each catches a migration that breaks it. */
class MigrationsTest {
    @Test
    void everyMigrationKeepsTheRules() {
        var problems = new ArrayList<String>();
        for (var file : Repository.files(".sql")) {
            var name = Repository.ROOT.relativize(file).toString();
            if (name.contains("/src/main/resources/db/")) {
                Migrations.problems(Repository.text(file)).forEach(problem -> problems.add(name + ": " + problem));
            }
        }

        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create TABLE note (id text);\n",
                "create table note (\n    constraint note_key primary key (id)\n);\n",
                "create table note (\n    constraint note_author_fk foreign key (author_id) references author (id)\n);\n",
                "create table note (\n    constraint note_key_key unique (key)\n);\n",
                "create table note (\n    constraint state_ck check (state in ('A', 'B'))\n);\n",
                "alter table note add constraint note_state check (state in ('A', 'B'));\n",
                "-- the list, newest first\ncreate index note_newest on note (create_time desc, id desc);\n",
                "-- one of each key\ncreate unique index note_key_ix on note (key);\n",
                "create index note_key_ix on note (key);\n"
            })
    void catchesAMigrationThatBreaksOne(String sql) {
        assertThat(Migrations.problems(sql)).hasSize(1);
    }

    @Test
    void letsTheOthersPass() {
        var sql = """
                -- NOT NULL is what we mean
                create table note (
                    id    text not null,
                    state text not null default 'NOT NULL',
                    constraint note_pk primary key (id),
                    constraint note_state_ck check (state in ('A', 'B'))
                );

                -- where create_time < ?
                create index note_create_time_id_ix on note (create_time desc, id desc) where state = 'A';
                """;

        assertThat(Migrations.problems(sql)).isEmpty();
    }
}
