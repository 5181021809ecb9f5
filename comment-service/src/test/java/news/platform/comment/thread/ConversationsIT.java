package news.platform.comment.thread;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import news.platform.comment.CommentServiceTest;
import news.platform.comment.v1.Comment;
import news.platform.comment.v1.CommentState;
import news.platform.comment.v1.DeleteCommentRequest;
import news.platform.comment.v1.ListCommentsRequest;
import news.platform.comment.v1.ListMyCommentsRequest;
import news.platform.comment.v1.ListRepliesRequest;
import news.platform.comment.v1.TargetChanged;
import news.platform.test.grpc.ServiceTwin.Mood;
import news.platform.user.v1.UserServiceGrpc;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationsIT extends CommentServiceTest {
    private static final Metadata.Key<String> DEGRADED =
            Metadata.Key.of("x-degraded", Metadata.ASCII_STRING_MARSHALLER);

    private final String target = freshTarget();
    private final String ann = freshUser();
    private final String bob = freshUser();

    @Test
    void showsReadersWhatSomebodySaid() {
        var said = said(ann, target, "Rates will fall.\n  By spring.");

        var list = list(anyone(), target);

        assertThat(list.getCommentsList())
                .containsExactly(said.toBuilder().clearReason().build());
        assertThat(said.getText()).isEqualTo("Rates will fall.\n  By spring.");
        assertThat(said.getState()).isEqualTo(CommentState.COMMENT_STATE_VISIBLE);
        assertThat(said.getAuthor().getDisplayName()).isEqualTo("Name of " + ann);
        assertThat(said.getRootId()).isEmpty();
        assertThat(list.getTarget()).isEqualTo(target);
        assertThat(list.getCommentCount()).isOne();
    }

    @Test
    void gathersAllAnswersUnderTheCommentThatBeganIt() {
        var root = said(ann, target, "Rates will fall.");
        var reply = answered(bob, root, "Why?");
        var replyToReply = answered(ann, reply, "Because of wages.");
        var third = answered(bob, root, "Thanks.");

        var shown = list(anyone(), target).getComments(0);

        assertThat(replyToReply.getRootId()).isEqualTo(root.getId());
        assertThat(replyToReply.getReplyToId()).isEqualTo(reply.getId());
        assertThat(shown.getRepliesList())
                .extracting(Comment::getId)
                .containsExactly(reply.getId(), replyToReply.getId());
        assertThat(shown.getReplyCount()).isEqualTo(3);
        assertThat(list(anyone(), target).getCommentCount()).isEqualTo(4);
        assertThat(replies(anyone(), root.getId()))
                .extracting(Comment::getId)
                .containsExactly(reply.getId(), replyToReply.getId(), third.getId());
        assertRefused("COMMENT_NOT_FOUND", () -> replies(anyone(), reply.getId()));
    }

    @Test
    void keepsTheRepliesOfWhatWasDeleted() {
        var root = said(ann, target, "Rates will fall.");
        var reply = answered(bob, root, "Why?");

        delete(ann, root);
        delete(ann, root);

        var shown = list(anyone(), target).getComments(0);
        assertThat(shown.getState()).isEqualTo(CommentState.COMMENT_STATE_DELETED);
        assertThat(shown.getText()).isEmpty();
        assertThat(shown.hasAuthor()).isFalse();
        assertThat(shown.getRepliesList()).extracting(Comment::getId).containsExactly(reply.getId());
        assertThat(list(anyone(), target).getCommentCount()).isOne();
        assertThat(jdbc.sql("select text from comment where id = :id")
                        .param("id", root.getId())
                        .query(String.class)
                        .single())
                .isEmpty();
        assertRefused("COMMENT_DELETED", () -> answered(bob, root, "Come back."));

        delete(bob, reply);
        assertThat(list(anyone(), target).getCommentsList()).isEmpty();
    }

    @Test
    void listsOnesOwnLatestFirst() {
        var first = said(ann, target, "One.");
        var second = said(ann, freshTarget(), "Two.");
        var gone = said(ann, target, "Three.");
        said(bob, target, "Four.");
        delete(ann, gone);

        var own = as(ann).listMyComments(ListMyCommentsRequest.getDefaultInstance());

        assertThat(own.getCommentsList()).containsExactly(second, first);
    }

    @Test
    void pagesThroughAllConversationsOnceWhateverIsWrittenMeanwhile() {
        var all = IntStream.range(0, 7)
                .mapToObj(number -> said(freshUser(), target, "Number " + number))
                .toList();

        for (var order : List.of("new", "hot")) {
            var seen = new ArrayList<String>();
            var token = "";
            do {
                var page = anyone().listComments(ListCommentsRequest.newBuilder()
                        .setTarget(target)
                        .setOrder(order)
                        .setPageSize(3)
                        .setPageToken(token)
                        .build());
                page.getCommentsList().forEach(comment -> seen.add(comment.getId()));
                token = page.getNextPageToken();
                said(freshUser(), target, "Meanwhile, " + UUID.randomUUID());
            } while (!token.isEmpty());

            var ids = all.reversed().stream().map(Comment::getId).toList();
            seen.retainAll(ids);
            assertThat(seen).as(order).isEqualTo(ids);
        }
        assertRefused(
                "BAD_PAGE_TOKEN",
                () -> anyone().listComments(ListCommentsRequest.newBuilder()
                        .setTarget(target)
                        .setPageToken("forged")
                        .build()),
                "pageToken");
    }

    @Test
    void pagesThroughReplies() {
        var root = said(ann, target, "Rates will fall.");
        var all = IntStream.range(0, 5)
                .mapToObj(number ->
                        answered(freshUser(), root, "Number " + number).getId())
                .toList();

        var first = anyone().listReplies(ListRepliesRequest.newBuilder()
                .setCommentId(root.getId())
                .setPageSize(3)
                .build());
        var second = anyone().listReplies(ListRepliesRequest.newBuilder()
                .setCommentId(root.getId())
                .setPageToken(first.getNextPageToken())
                .build());

        assertThat(first.getCommentsList()).extracting(Comment::getId).containsExactlyElementsOf(all.subList(0, 3));
        assertThat(second.getCommentsList()).extracting(Comment::getId).containsExactlyElementsOf(all.subList(3, 5));
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void putsWhatGetsAnswersFirstUnderHot() {
        var talkedAbout = said(ann, target, "Rates will fall.");
        var ignored = said(bob, target, "I agree.");
        IntStream.range(0, 10).forEach(number -> answered(freshUser(), talkedAbout, "Number " + number));

        await().untilAsserted(() -> assertThat(anyone().listComments(ListCommentsRequest.newBuilder()
                                .setTarget(target)
                                .build())
                        .getCommentsList())
                .extracting(Comment::getId)
                .containsExactly(talkedAbout.getId(), ignored.getId()));
        assertThat(list(anyone(), target).getComments(0).getId()).isEqualTo(ignored.getId());
    }

    @Test
    void namesAllAuthorsByOneCallAndShowsTheLastKnownWhileUserServiceIsDown() {
        answered(bob, said(ann, target, "Rates will fall."), "Why?");
        var calls = userTwin.calls(UserServiceGrpc.getBatchGetUsersMethod()).size();

        list(anyone(), target);

        var made = userTwin.calls(UserServiceGrpc.getBatchGetUsersMethod());
        assertThat(made.subList(calls, made.size()))
                .singleElement()
                .satisfies(call -> assertThat(call.request().getIdsList()).containsExactlyInAnyOrder(ann, bob));

        userTwin.is(Mood.DOWN);
        assertThat(degraded()).isEqualTo("user-service");
        assertThat(list(anyone(), target).getComments(0).getAuthor().getDisplayName())
                .isEqualTo("Name of " + ann);
        userTwin.is(Mood.WELL);
        await().until(() -> degraded() == null);
    }

    @Test
    void tellsTheOthersHowManyThereAre() {
        var root = said(ann, target, "Rates will fall.");
        answered(bob, root, "Why?");
        answered(bob, root, "When?");
        await().untilAsserted(() -> assertThat(told())
                .last()
                .extracting(TargetChanged::getCommentCount)
                .isEqualTo(3L));
        int before = told().size();

        delete(ann, root);

        await().untilAsserted(() -> assertThat(told())
                .last()
                .extracting(TargetChanged::getCommentCount)
                .isEqualTo(2L));
        assertThat(told().size()).isEqualTo(before + 1);
        assertThat(told()).extracting(TargetChanged::getVersion).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void writesOnceForOneKey() {
        var key = UUID.randomUUID().toString();

        var first = withKey(ann, key).createComment(saying(target, "Once.").build());
        var again = withKey(ann, key).createComment(saying(target, "Once.").build());

        assertThat(again).isEqualTo(first);
        assertThat(list(anyone(), target).getCommentCount()).isOne();
    }

    private List<TargetChanged> told() {
        return events.of(TargetChanged.getDefaultInstance(), target);
    }

    private void delete(String userId, Comment comment) {
        as(userId)
                .deleteComment(DeleteCommentRequest.newBuilder()
                        .setCommentId(comment.getId())
                        .build());
    }

    private @Nullable String degraded() {
        var headers = new AtomicReference<Metadata>();
        list(
                anyone().withInterceptors(
                                MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>())),
                target);
        return headers.get().get(DEGRADED);
    }
}
