package news.platform.gateway.testing;

import com.google.protobuf.ProtocolMessageEnum;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceImplBase;
import news.platform.content.v1.ArticleState;
import news.platform.content.v1.ContentReason;
import news.platform.content.v1.CreateArticleRequest;
import news.platform.content.v1.CreateArticleResponse;
import news.platform.content.v1.GetArticleRequest;
import news.platform.content.v1.GetArticleResponse;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.ListArticlesResponse;
import news.platform.content.v1.ListEditorialArticlesRequest;
import news.platform.content.v1.ListEditorialArticlesResponse;
import news.platform.content.v1.PublishArticleRequest;
import news.platform.content.v1.PublishArticleResponse;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.content.v1.UpdateArticleResponse;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;
import news.platform.error.v1.PlatformReason;

/** Keeps articles in memory and remembers what it was asked. */
public final class ArticleTwin extends ArticleServiceImplBase {

    private final Map<String, Article> articles = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    /** The last update as it arrived. */
    public volatile UpdateArticleRequest lastUpdate = UpdateArticleRequest.getDefaultInstance();

    /** The headers of the last creation. */
    public volatile Metadata lastHeaders = new Metadata();

    /** Keeps an article and returns its id. */
    public String put(Article.Builder article) {
        var id = "a" + ids.incrementAndGet();
        articles.put(id, article.setId(id).setEtag("v1").build());
        return id;
    }

    @Override
    public void getArticle(GetArticleRequest request, StreamObserver<GetArticleResponse> answer) {
        var article = articles.get(request.getArticleId());
        if (article == null) {
            answer.onError(refuse(ContentReason.ARTICLE_NOT_FOUND));
        } else if (article.getState() == ArticleState.ARTICLE_STATE_RECALLED) {
            answer.onError(refuse(ContentReason.ARTICLE_RECALLED));
        } else {
            answer.onNext(GetArticleResponse.newBuilder().setArticle(article).build());
            answer.onCompleted();
        }
    }

    @Override
    public void listArticles(ListArticlesRequest request, StreamObserver<ListArticlesResponse> answer) {
        answer.onNext(ListArticlesResponse.newBuilder()
                .addAllArticles(articles.values())
                .build());
        answer.onCompleted();
    }

    @Override
    public void listEditorialArticles(
            ListEditorialArticlesRequest request, StreamObserver<ListEditorialArticlesResponse> answer) {
        answer.onNext(ListEditorialArticlesResponse.newBuilder()
                .addAllArticles(articles.values())
                .build());
        answer.onCompleted();
    }

    @Override
    public void createArticle(CreateArticleRequest request, StreamObserver<CreateArticleResponse> answer) {
        lastHeaders = Twins.HEADERS.get(Context.current());
        var id = put(Article.newBuilder()
                .setTitle(request.getTitle())
                .setBodyHtml(request.getBodyHtml())
                .setState(ArticleState.ARTICLE_STATE_DRAFT));
        answer.onNext(
                CreateArticleResponse.newBuilder().setArticle(articles.get(id)).build());
        answer.onCompleted();
    }

    @Override
    public void updateArticle(UpdateArticleRequest request, StreamObserver<UpdateArticleResponse> answer) {
        lastUpdate = request;
        var article = articles.getOrDefault(request.getArticleId(), Article.getDefaultInstance());
        if (!request.getEtag().isEmpty() && !request.getEtag().equals(article.getEtag())) {
            answer.onError(refuse(PlatformReason.ETAG_MISMATCH));
            return;
        }
        if (request.getArticle().getChannelIdsList().contains("nowhere")) {
            answer.onError(ErrorStatuses.toStatus(
                    DomainException.field(ContentReason.UNKNOWN_CHANNEL, "article.channelIds[0]", "is no channel"),
                    "content-service"));
            return;
        }
        answer.onNext(UpdateArticleResponse.newBuilder().setArticle(article).build());
        answer.onCompleted();
    }

    @Override
    public void publishArticle(PublishArticleRequest request, StreamObserver<PublishArticleResponse> answer) {
        answer.onNext(PublishArticleResponse.newBuilder()
                .setArticle(articles.getOrDefault(request.getArticleId(), Article.getDefaultInstance()))
                .build());
        answer.onCompleted();
    }

    private static Throwable refuse(ProtocolMessageEnum reason) {
        return ErrorStatuses.toStatus(new DomainException(reason, "Not this one."), "content-service");
    }
}
