package news.platform.user.mark;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.security.Callers;
import news.platform.user.v1.AddFollowRequest;
import news.platform.user.v1.AddFollowResponse;
import news.platform.user.v1.DeleteFollowRequest;
import news.platform.user.v1.DeleteFollowResponse;
import news.platform.user.v1.FollowServiceGrpc;
import news.platform.user.v1.ListFollowsRequest;
import news.platform.user.v1.ListFollowsResponse;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class FollowGrpcService extends FollowServiceGrpc.FollowServiceImplBase {
    private final Marks marks;
    private final ChangeMarks changeMarks;
    private final Pages pages;

    FollowGrpcService(Marks marks, ChangeMarks changeMarks, Pages pages) {
        this.marks = marks;
        this.changeMarks = changeMarks;
        this.pages = pages;
    }

    @Override
    public void listFollows(ListFollowsRequest request, StreamObserver<ListFollowsResponse> answer) {
        var userId = Callers.required().userId();
        var page = pages.byTime(
                PageScope.of("follows").with("user", userId),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                Mark::place,
                (after, limit) -> marks.page(MarkList.FOLLOWS, userId, after, limit));
        Answers.send(
                answer,
                ListFollowsResponse.newBuilder()
                        .addAllFollows(
                                page.items().stream().map(MarkProtos::follow).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void addFollow(AddFollowRequest request, StreamObserver<AddFollowResponse> answer) {
        changeMarks.add(MarkList.FOLLOWS, Callers.required().userId(), new Target(request.getType(), request.getId()));
        Answers.send(answer, AddFollowResponse.getDefaultInstance());
    }

    @Override
    public void deleteFollow(DeleteFollowRequest request, StreamObserver<DeleteFollowResponse> answer) {
        changeMarks.remove(
                MarkList.FOLLOWS, Callers.required().userId(), new Target(request.getType(), request.getId()));
        Answers.send(answer, DeleteFollowResponse.getDefaultInstance());
    }
}
