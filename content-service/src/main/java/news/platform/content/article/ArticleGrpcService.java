package news.platform.content.article;

import io.grpc.stub.StreamObserver;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import news.platform.author.Author;
import news.platform.author.Authors;
import news.platform.content.article.ChangeArticle.Request;
import news.platform.content.reading.ListedArticle;
import news.platform.content.reading.ReadArticles;
import news.platform.content.revision.Revisions;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.BatchGetArticlesRequest;
import news.platform.content.v1.BatchGetArticlesResponse;
import news.platform.content.v1.BatchGetWholeArticlesRequest;
import news.platform.content.v1.BatchGetWholeArticlesResponse;
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
import news.platform.content.v1.ListWholeArticlesRequest;
import news.platform.content.v1.ListWholeArticlesResponse;
import news.platform.content.v1.PublishArticleRequest;
import news.platform.content.v1.PublishArticleResponse;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.content.v1.RecallArticleResponse;
import news.platform.content.v1.ScheduleArticleRequest;
import news.platform.content.v1.ScheduleArticleResponse;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.content.v1.UpdateArticleResponse;
import news.platform.grpc.server.Answers;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.persistence.page.PageRequest;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;
import org.springframework.stereotype.Component;

@GrpcService
final class ArticleGrpcService extends ArticleServiceGrpc.ArticleServiceImplBase {
    private final ReadArticles reading;
    private final Desk desk;
    private final Articles articles;
    private final Revisions revisions;
    private final Authors authors;
    private final Idempotency idempotency;

    ArticleGrpcService(
            ReadArticles reading,
            Desk desk,
            Articles articles,
            Revisions revisions,
            Authors authors,
            Idempotency idempotency) {
        this.reading = reading;
        this.desk = desk;
        this.articles = articles;
        this.revisions = revisions;
        this.authors = authors;
        this.idempotency = idempotency;
    }

    @Override
    public void listArticles(ListArticlesRequest request, StreamObserver<ListArticlesResponse> answer) {
        var page = reading.list(
                ArticleProtos.filter(request), new PageRequest(request.getPageSize(), request.getPageToken()));
        Answers.send(
                answer,
                ListArticlesResponse.newBuilder()
                        .addAllArticles(ArticleProtos.listed(page.items(), names(page.items())))
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void getArticle(GetArticleRequest request, StreamObserver<GetArticleResponse> answer) {
        var opened = reading.open(request.getArticleId());
        Answers.send(
                answer,
                GetArticleResponse.newBuilder()
                        .setArticle(
                                ArticleProtos.opened(opened, reading.offers(opened), names(List.of(opened.listed()))))
                        .build());
    }

    @Override
    public void batchGetArticles(BatchGetArticlesRequest request, StreamObserver<BatchGetArticlesResponse> answer) {
        var batch = reading.batch(request.getIdsList());
        Answers.send(
                answer,
                BatchGetArticlesResponse.newBuilder()
                        .addAllArticles(ArticleProtos.listed(batch.found(), names(batch.found())))
                        .addAllMissing(batch.missing())
                        .build());
    }

    @Override
    public void listWholeArticles(ListWholeArticlesRequest request, StreamObserver<ListWholeArticlesResponse> answer) {
        var page = reading.whole().page(new PageRequest(request.getPageSize(), request.getPageToken()));
        Answers.send(
                answer,
                ListWholeArticlesResponse.newBuilder()
                        .addAllArticles(ArticleProtos.whole(page.items()))
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void batchGetWholeArticles(
            BatchGetWholeArticlesRequest request, StreamObserver<BatchGetWholeArticlesResponse> answer) {
        var part = reading.whole().batch(request.getIdsList());
        Answers.send(
                answer,
                BatchGetWholeArticlesResponse.newBuilder()
                        .addAllArticles(ArticleProtos.whole(part.batch().found()))
                        .addAllMissing(part.batch().missing())
                        .addAllPostponed(part.postponed())
                        .build());
    }

    @Override
    public void listEditorialArticles(
            ListEditorialArticlesRequest request, StreamObserver<ListEditorialArticlesResponse> answer) {
        var page = articles.editorial(
                ArticleProtos.state(request.getState()),
                new PageRequest(request.getPageSize(), request.getPageToken()));
        Answers.send(
                answer,
                ListEditorialArticlesResponse.newBuilder()
                        .addAllArticles(ArticleProtos.listed(page.items(), names(page.items())))
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void listArticleRevisions(
            ListArticleRevisionsRequest request, StreamObserver<ListArticleRevisionsResponse> answer) {
        var page =
                revisions.page(request.getArticleId(), new PageRequest(request.getPageSize(), request.getPageToken()));
        if (page.items().isEmpty()) {
            throw ReadArticles.notFound();
        }
        var response = ListArticleRevisionsResponse.newBuilder().setNextPageToken(page.nextToken());
        page.items().forEach(revision -> response.addRevisions(ArticleProtos.revision(revision)));
        Answers.send(answer, response.build());
    }

    @Override
    public void createArticle(CreateArticleRequest request, StreamObserver<CreateArticleResponse> answer) {
        var editorId = Callers.required().userId();
        Answers.send(
                answer,
                idempotency.once(
                        request,
                        CreateArticleResponse.getDefaultInstance(),
                        _ -> desk.create().check(ArticleProtos.teaser(request), request.getBodyHtml()),
                        (id, checked) -> CreateArticleResponse.newBuilder()
                                .setArticle(ArticleProtos.whole(
                                        desk.create().create(id, checked, editorId), checked.names()))
                                .build()));
    }

    @Override
    public void updateArticle(UpdateArticleRequest request, StreamObserver<UpdateArticleResponse> answer) {
        var article = desk.edit().edit(by(request.getArticleId(), request.getEtag()), ArticleProtos.edit(request));
        Answers.send(
                answer,
                UpdateArticleResponse.newBuilder()
                        .setArticle(ArticleProtos.whole(article, names(article)))
                        .build());
    }

    @Override
    public void publishArticle(PublishArticleRequest request, StreamObserver<PublishArticleResponse> answer) {
        var article = desk.publish().publish(by(request.getArticleId(), request.getEtag()));
        Answers.send(
                answer,
                PublishArticleResponse.newBuilder()
                        .setArticle(ArticleProtos.whole(article, names(article)))
                        .build());
    }

    @Override
    public void scheduleArticle(ScheduleArticleRequest request, StreamObserver<ScheduleArticleResponse> answer) {
        var article = desk.schedule()
                .schedule(
                        by(request.getArticleId(), request.getEtag()),
                        ArticleProtos.notBefore(request.getPublishTime()));
        Answers.send(
                answer,
                ScheduleArticleResponse.newBuilder()
                        .setArticle(ArticleProtos.whole(article, names(article)))
                        .build());
    }

    @Override
    public void recallArticle(RecallArticleRequest request, StreamObserver<RecallArticleResponse> answer) {
        var article = desk.recall().recall(by(request.getArticleId(), request.getEtag()), request.getNote());
        Answers.send(
                answer,
                RecallArticleResponse.newBuilder()
                        .setArticle(ArticleProtos.whole(article, names(article)))
                        .build());
    }

    private Map<String, Author> names(Collection<ListedArticle> listed) {
        return authors.named(ListedArticle.authorIds(listed));
    }

    private Map<String, Author> names(Article article) {
        return authors.named(article.teaser().authorIds());
    }

    private static Request by(String articleId, String etag) {
        return new Request(articleId, etag, Callers.required().userId());
    }

    /** What editors do. */
    @Component
    record Desk(
            CreateArticle create,
            EditArticle edit,
            PublishArticle publish,
            ScheduleArticle schedule,
            RecallArticle recall) {}
}
