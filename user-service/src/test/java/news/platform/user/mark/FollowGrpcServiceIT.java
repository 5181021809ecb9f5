package news.platform.user.mark;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import news.platform.user.Visitor;
import news.platform.user.v1.AddFollowRequest;
import news.platform.user.v1.DeleteFollowRequest;
import news.platform.user.v1.DeleteProfileRequest;
import news.platform.user.v1.Follow;
import news.platform.user.v1.FollowAdded;
import news.platform.user.v1.ListFollowsRequest;
import org.junit.jupiter.api.Test;

class FollowGrpcServiceIT extends MarkTest {
    @Test
    void listsWhatIsFollowedLatestFirst() {
        follow("authors", "ann");
        follow("symbols", "AAPL");
        follow("channels", "global");
        follow("topics", "央行");
        follow("authors", "ann");
        unfollow("symbols", "AAPL");
        unfollow("symbols", "AAPL");

        assertThat(follows())
                .extracting(follow -> follow.getType() + "/" + follow.getId())
                .containsExactly("topics/央行", "channels/global", "authors/ann");
    }

    @Test
    void tellsEachChangeOnceAndInOrder() {
        follow("symbols", "AAPL");
        follow("symbols", "AAPL");
        unfollow("symbols", "AAPL");
        unfollow("symbols", "AAPL");
        follow("symbols", "AAPL");

        assertThat(facts("symbols/AAPL")).containsExactly("added", "ended", "added");
        assertThat(events.of(FollowAdded.getDefaultInstance(), userId + "/symbols/AAPL"))
                .first()
                .satisfies(added -> assertThat(List.of(added.getUserId(), added.getType(), added.getId()))
                        .containsExactly(userId, "symbols", "AAPL"));
    }

    @Test
    void tellsThatADeletedAccountFollowsNothing() {
        follow("symbols", "AAPL");

        reader.profile()
                .deleteProfile(DeleteProfileRequest.newBuilder()
                        .setCurrentPassword(Visitor.PASSWORD)
                        .build());

        await().until(() -> facts("symbols/AAPL").contains("ended"));
        assertThat(follows()).isEmpty();
    }

    @Test
    void refusesMoreThanTenThousand() {
        jdbc.sql("""
                        insert into mark (user_id, list, target, create_time)
                        select :user, 'FOLLOWS', 'topics/' || n, now() from generate_series(1, 10000) n""").param("user", userId).update();

        assertRefused("FOLLOWS_FULL", () -> follow("topics", "one more"));
        assertThat(facts("topics/one more")).isEmpty();
    }

    @Test
    void refusesWhatCannotBeFollowed() {
        assertInvalid(() -> follow("articles", "1"), "type");
        assertInvalid(() -> unfollow("topics", ""), "id");
    }

    private void follow(String type, String id) {
        reader.follows()
                .addFollow(AddFollowRequest.newBuilder().setType(type).setId(id).build());
    }

    private void unfollow(String type, String id) {
        reader.follows()
                .deleteFollow(
                        DeleteFollowRequest.newBuilder().setType(type).setId(id).build());
    }

    private List<Follow> follows() {
        return reader.follows()
                .listFollows(ListFollowsRequest.getDefaultInstance())
                .getFollowsList();
    }

    /** What happened to the reader's follow, after its versions were seen to rise. */
    private List<String> facts(String target) {
        var facts = events.facts(userId + "/" + target);
        assertThat(facts.stream().map(fact -> Long.valueOf(fact.split(" ")[1])))
                .doesNotHaveDuplicates()
                .isSorted();
        return facts.stream().map(fact -> fact.split(" ")[0]).toList();
    }
}
