package news.platform.user.mark;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.test.grpc.ServiceTwin.Mood;
import news.platform.user.Visitor;
import news.platform.user.v1.Bookmark;
import news.platform.user.v1.DeleteProfileRequest;
import news.platform.user.v1.ListBookmarksRequest;
import org.junit.jupiter.api.Test;

class BookmarkGrpcServiceIT extends MarkTest {
    @Test
    void keepsABookmarkOnceAndInItsPlaceHoweverOftenItIsPut() {
        var first = article("First");
        bookmark(reader, "articles", first);
        bookmark(reader, "articles", article("Second"));
        var before = bookmarks();

        bookmark(reader, "articles", first);

        assertThat(bookmarks()).isEqualTo(before).extracting(Bookmark::getTitle).containsExactly("Second", "First");
    }

    @Test
    void removesABookmarkHoweverOftenItIsAsked() {
        var id = article("Read it");
        bookmark(reader, "articles", id);

        removeBookmark(reader, "articles", id);
        removeBookmark(reader, "articles", id);

        assertThat(bookmarks()).isEmpty();
    }

    @Test
    void keepsTheListsOfTwoUsersApart() {
        bookmark(user(Visitor.of(callee).register(Visitor.newEmail()).getId()), "articles", article("Not mine"));

        assertThat(bookmarks()).isEmpty();
    }

    @Test
    void listsThemPageByPageLatestFirst() {
        List<String> put = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            put.add(article("Title"));
            bookmark(reader, "articles", put.getLast());
        }

        List<String> listed = new ArrayList<>();
        var request = ListBookmarksRequest.newBuilder().setPageSize(2);
        do {
            var page = reader.bookmarks().listBookmarks(request.build());
            page.getBookmarksList().forEach(bookmark -> listed.add(bookmark.getId()));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());

        assertThat(listed).isEqualTo(put.reversed());
    }

    @Test
    void showsTitlesOfAllByOneCallAndWhatIsGone() {
        var there = article("There");
        bookmark(reader, "articles", there);
        bookmark(reader, "articles", "recalled");
        bookmark(reader, "lives", "withdrawn");
        bookmark(reader, "lives", live("", "字".repeat(61) + "\nMore"));
        bookmark(reader, "lives", live("A flash", "And what it says"));
        awaitTitles();
        var before = contentTwin
                .calls(ArticleServiceGrpc.getBatchGetArticlesMethod())
                .size();

        var listed = bookmarks();

        assertThat(listed)
                .extracting(Bookmark::getType, Bookmark::getTitle, Bookmark::getGone)
                .containsExactly(
                        tuple("lives", "A flash", false),
                        tuple("lives", "字".repeat(59) + "…", false),
                        tuple("lives", "", true),
                        tuple("articles", "", true),
                        tuple("articles", "There", false));
        var calls = contentTwin.calls(ArticleServiceGrpc.getBatchGetArticlesMethod());
        assertThat(calls.subList(before, calls.size()))
                .singleElement()
                .satisfies(call -> assertThat(call.request().getIdsList()).containsExactly("recalled", there));
    }

    @Test
    void showsThemWithoutTitlesWhileContentServiceIsDown() {
        bookmark(reader, "articles", article("There"));
        contentTwin.is(Mood.DOWN);

        assertThat(degraded()).contains("content-service");
        assertThat(bookmarks()).singleElement().satisfies(bookmark -> assertThat(
                        bookmark.getTitle() + bookmark.getGone())
                .isEqualTo("false"));

        contentTwin.is(Mood.WELL);
        awaitTitles();
        assertThat(bookmarks()).extracting(Bookmark::getTitle).containsExactly("There");
    }

    @Test
    void showsTheTitlesOfArticlesWhileLivenewsServiceIsDown() {
        bookmark(reader, "articles", article("There"));
        bookmark(reader, "lives", live("A flash", ""));
        livenewsTwin.is(Mood.DOWN);

        assertThat(degraded()).contains("livenews-service");
        assertThat(bookmarks())
                .extracting(Bookmark::getTitle, Bookmark::getGone)
                .containsExactly(tuple("", false), tuple("There", false));

        livenewsTwin.is(Mood.WELL);
        awaitTitles();
        assertThat(bookmarks()).extracting(Bookmark::getTitle).containsExactly("A flash", "There");
    }

    @Test
    void refusesMoreThanTenThousandUntilOneIsRemoved() {
        jdbc.sql("""
                        insert into mark (user_id, list, target, create_time)
                        select :user, 'BOOKMARKS', 'articles/' || n, now() from generate_series(1, 10000) n""").param("user", userId).update();

        bookmark(reader, "articles", "1");
        assertRefused("BOOKMARKS_FULL", () -> bookmark(reader, "articles", "10001"));
        removeBookmark(reader, "articles", "7");
        bookmark(reader, "articles", "10001");
        assertRefused("BOOKMARKS_FULL", () -> bookmark(reader, "articles", "10002"));
    }

    @Test
    void refusesWhatCannotBeBookmarked() {
        assertInvalid(() -> bookmark(reader, "channels", "global"), "type");
        assertInvalid(() -> bookmark(reader, "articles", ""), "id");
        assertInvalid(() -> bookmark(reader, "articles", "a\nb"), "id");
        assertInvalid(() -> removeBookmark(reader, "users", "a"), "type");
    }

    @Test
    void refusesTheTokenOfAnotherUsersList() {
        bookmark(reader, "lives", "1");
        bookmark(reader, "lives", "2");
        var page = reader.bookmarks()
                .listBookmarks(ListBookmarksRequest.newBuilder().setPageSize(1).build());

        assertRefused("BAD_PAGE_TOKEN", () -> user("somebody else")
                .bookmarks()
                .listBookmarks(ListBookmarksRequest.newBuilder()
                        .setPageToken(page.getNextPageToken())
                        .build()));
    }

    @Test
    void refusesAnAccountThatIsGoneAndForgetsWhatItHad() {
        bookmark(reader, "lives", "1");

        reader.profile()
                .deleteProfile(DeleteProfileRequest.newBuilder()
                        .setCurrentPassword(Visitor.PASSWORD)
                        .build());

        assertRefused("USER_NOT_FOUND", () -> bookmark(reader, "lives", "2"));
        removeBookmark(reader, "lives", "3");
        await().until(() -> bookmarks().isEmpty());
    }
}
