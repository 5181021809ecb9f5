package news.platform.user.mark;

import io.grpc.stub.StreamObserver;
import java.util.List;
import news.platform.grpc.server.Answers;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.security.Callers;
import news.platform.user.title.Titles;
import news.platform.user.v1.AddBookmarkRequest;
import news.platform.user.v1.AddBookmarkResponse;
import news.platform.user.v1.BookmarkServiceGrpc;
import news.platform.user.v1.DeleteBookmarkRequest;
import news.platform.user.v1.DeleteBookmarkResponse;
import news.platform.user.v1.ListBookmarksRequest;
import news.platform.user.v1.ListBookmarksResponse;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class BookmarkGrpcService extends BookmarkServiceGrpc.BookmarkServiceImplBase {
    private static final String ARTICLES = "articles";
    private static final String LIVES = "lives";

    private final Marks marks;
    private final ChangeMarks changeMarks;
    private final Titles titles;
    private final Pages pages;

    BookmarkGrpcService(Marks marks, ChangeMarks changeMarks, Titles titles, Pages pages) {
        this.marks = marks;
        this.changeMarks = changeMarks;
        this.titles = titles;
        this.pages = pages;
    }

    @Override
    public void listBookmarks(ListBookmarksRequest request, StreamObserver<ListBookmarksResponse> answer) {
        var userId = Callers.required().userId();
        var page = pages.byTime(
                PageScope.of("bookmarks").with("user", userId),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                Mark::place,
                (after, limit) -> marks.page(MarkList.BOOKMARKS, userId, after, limit));
        var articles = titles.articles(ids(ARTICLES, page.items()));
        var lives = titles.lives(ids(LIVES, page.items()));
        var response = ListBookmarksResponse.newBuilder().setNextPageToken(page.nextToken());
        for (var mark : page.items()) {
            response.addBookmarks(MarkProtos.bookmark(mark, mark.target().is(LIVES) ? lives : articles));
        }
        Answers.send(answer, response.build());
    }

    @Override
    public void addBookmark(AddBookmarkRequest request, StreamObserver<AddBookmarkResponse> answer) {
        changeMarks.add(
                MarkList.BOOKMARKS, Callers.required().userId(), new Target(request.getType(), request.getId()));
        Answers.send(answer, AddBookmarkResponse.getDefaultInstance());
    }

    @Override
    public void deleteBookmark(DeleteBookmarkRequest request, StreamObserver<DeleteBookmarkResponse> answer) {
        changeMarks.remove(
                MarkList.BOOKMARKS, Callers.required().userId(), new Target(request.getType(), request.getId()));
        Answers.send(answer, DeleteBookmarkResponse.getDefaultInstance());
    }

    private static List<String> ids(String type, List<Mark> bookmarks) {
        return bookmarks.stream()
                .map(Mark::target)
                .filter(target -> target.is(type))
                .map(Target::id)
                .toList();
    }
}
