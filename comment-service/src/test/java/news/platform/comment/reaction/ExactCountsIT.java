package news.platform.comment.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import news.platform.comment.CommentServiceTest;
import news.platform.comment.v1.Comment;
import news.platform.comment.v1.LikeCommentRequest;
import news.platform.comment.v1.ReactionServiceGrpc;
import news.platform.comment.v1.TargetChanged;
import news.platform.comment.v1.UnlikeCommentRequest;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/**
 * Many write and like at once, some take it back; afterwards all counts are exact. {@code -Dnews.test.likes=10000} does it with
 * as many likes and a fifth as many comments by 200 users.
 */
class ExactCountsIT extends CommentServiceTest {
    private static final int LIKES = Integer.getInteger("news.test.likes", 500);
    private static final int USERS = Math.min(200, LIKES / 10);

    private final String target = freshTarget();
    private final List<String> users =
            Stream.generate(CommentServiceTest::freshUser).limit(USERS).toList();

    @Test
    void noneIsLostOrCountedTwice() {
        var root = said(users.getFirst(), target, "Rates will fall.");
        var written = ConcurrentHashMap.<Comment>newKeySet();
        written.add(root);
        Set<String> liked = ConcurrentHashMap.newKeySet();

        atOnce(LIKES / 5, number -> written.add(answered(user(number), root, "Number " + number)));
        var comments = List.copyOf(written);
        atOnce(LIKES, number -> {
            var comment = comments.get(ThreadLocalRandom.current().nextInt(Math.min(5, comments.size())));
            like(user(number), comment.getId());
            liked.add(user(number) + " " + comment.getId());
            if (number % 7 == 0) {
                unlike(user(number), comment.getId());
                like(user(number), comment.getId());
            }
        });

        assertThat(list(anyone(), target).getCommentCount()).isEqualTo(written.size());
        assertThat(list(anyone(), target).getComments(0).getReplyCount()).isEqualTo(written.size() - 1);
        for (var comment : comments.subList(0, Math.min(5, comments.size()))) {
            long likes = liked.stream()
                    .filter(like -> like.endsWith(comment.getId()))
                    .count();
            assertThat(likes(comment)).isEqualTo(likes);
        }
        await().untilAsserted(() -> assertThat(events.of(TargetChanged.getDefaultInstance(), target))
                .last()
                .extracting(TargetChanged::getCommentCount)
                .isEqualTo((long) written.size()));
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from platform.tally_change")
                        .query(Long.class)
                        .single())
                .isZero());
        assertThat(jdbc.sql("select sum(count) from platform.tally where measure = 'likes' and key like 'comments/%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(jdbc.sql("select count(*) from reaction where target like 'comments/%'")
                        .query(Long.class)
                        .single());
    }

    private long likes(Comment comment) {
        return comment.getRootId().isEmpty()
                ? list(anyone(), target).getComments(0).getLikeCount()
                : jdbc.sql("select count(*) from reaction where target = 'comments/' || :id")
                        .param("id", comment.getId())
                        .query(Long.class)
                        .single();
    }

    private String user(int number) {
        return users.get(number % users.size());
    }

    private void like(String userId, String commentId) {
        ReactionServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "reader")))
                .likeComment(
                        LikeCommentRequest.newBuilder().setCommentId(commentId).build());
    }

    private void unlike(String userId, String commentId) {
        ReactionServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId, "reader")))
                .unlikeComment(UnlikeCommentRequest.newBuilder()
                        .setCommentId(commentId)
                        .build());
    }

    private static void atOnce(int times, IntConsumer work) {
        var all = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(32, Thread.ofVirtual().factory())) {
            for (int number = 0; number < times; number++) {
                int mine = number;
                all.add(threads.submit(() -> work.accept(mine)));
            }
        }
        assertThat(all).allSatisfy(one -> assertThat(one.state()).isEqualTo(Future.State.SUCCESS));
    }
}
