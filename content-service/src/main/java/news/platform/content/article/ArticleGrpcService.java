package news.platform.content.article;

import io.grpc.stub.StreamObserver;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.content.v1.BatchGetArticlesResponse;
import news.platform.content.v1.CreateArticleRequest;
import news.platform.content.v1.CreateArticleResponse;
import news.platform.content.v1.GetArticleRequest;
import news.platform.content.v1.GetArticleResponse;
import news.platform.content.v1.ListArticleRevisionsRequest;
import news.platform.content.v1.ListArticleRevisionsResponse;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.ListArticlesResponse;
import news.platform.content.v1.ListEditorialArticlesRequest;
import news.platform.content.v1.ListEditorialArticlesResponse;
import news.platform.content.v1.PublishArticleRequest;
import news.platform.content.v1.PublishArticleResponse;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.content.v1.RecallArticleResponse;
import news.platform.content.v1.ScheduleArticleRequest;
import news.platform.content.v1.ScheduleArticleResponse;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.content.v1.UpdateArticleResponse;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ArticleGrpcService extends ArticleServiceGrpc.ArticleServiceImplBase {
    private final ReadArticles reading;
    private final DeskArticles desk;
    private final EditorialLists lists;

    ArticleGrpcService(ReadArticles reading, DeskArticles desk, EditorialLists lists) {
        this.reading = reading;
        this.desk = desk;
        this.lists = lists;
    }

    @Override
    public void listArticles(ListArticlesRequest request, StreamObserver<ListArticlesResponse> answer) {
        send(answer, reading.list(request));
    }

    @Override
    public void getArticle(GetArticleRequest request, StreamObserver<GetArticleResponse> answer) {
        send(answer, reading.get(request));
    }

    @Override
    public void batchGetArticles(BatchGetArticlesRequest request, StreamObserver<BatchGetArticlesResponse> answer) {
        send(answer, reading.batchGet(request));
    }

    @Override
    public void listEditorialArticles(
            ListEditorialArticlesRequest request, StreamObserver<ListEditorialArticlesResponse> answer) {
        send(answer, lists.articles(request));
    }

    @Override
    public void createArticle(CreateArticleRequest request, StreamObserver<CreateArticleResponse> answer) {
        send(answer, desk.create(request));
    }

    @Override
    public void updateArticle(UpdateArticleRequest request, StreamObserver<UpdateArticleResponse> answer) {
        send(
                answer,
                UpdateArticleResponse.newBuilder()
                        .setArticle(desk.update(request))
                        .build());
    }

    @Override
    public void publishArticle(PublishArticleRequest request, StreamObserver<PublishArticleResponse> answer) {
        var article = desk.change(request.getArticleId(), request.getEtag(), new Change.Publish());
        send(answer, PublishArticleResponse.newBuilder().setArticle(article).build());
    }

    @Override
    public void scheduleArticle(ScheduleArticleRequest request, StreamObserver<ScheduleArticleResponse> answer) {
        send(
                answer,
                ScheduleArticleResponse.newBuilder()
                        .setArticle(desk.schedule(request))
                        .build());
    }

    @Override
    public void recallArticle(RecallArticleRequest request, StreamObserver<RecallArticleResponse> answer) {
        var article = desk.change(request.getArticleId(), request.getEtag(), new Change.Recall(request.getNote()));
        send(answer, RecallArticleResponse.newBuilder().setArticle(article).build());
    }

    @Override
    public void listArticleRevisions(
            ListArticleRevisionsRequest request, StreamObserver<ListArticleRevisionsResponse> answer) {
        send(answer, lists.revisions(request));
    }

    private static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
