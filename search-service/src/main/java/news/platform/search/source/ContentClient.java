package news.platform.search.source;

import java.util.List;
import java.util.concurrent.TimeUnit;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.BatchGetWholeArticlesRequest;
import news.platform.content.v1.ListWholeArticlesRequest;
import news.platform.search.index.Item;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.client.ImportGrpcClients;
import org.springframework.stereotype.Component;

/** Asks content-service for articles with all that is written in them. */
@Component
@Order(2)
@ImportGrpcClients(target = "content", types = ArticleServiceBlockingStub.class)
final class ContentClient implements Owner {
    private static final int PAGE = 100;

    private final ArticleServiceBlockingStub articles;
    private final SourceProperties properties;

    ContentClient(ArticleServiceBlockingStub articles, SourceProperties properties) {
        this.articles = articles;
        this.properties = properties;
    }

    @Override
    public Part page(String token) {
        var page = asked().listWholeArticles(ListWholeArticlesRequest.newBuilder()
                .setPageSize(PAGE)
                .setPageToken(token)
                .build());
        return new Part(page.getArticlesList().stream().map(SourceProtos::whole).toList(), page.getNextPageToken());
    }

    /** Those of the ids that readers have, as far as one answer goes. */
    List<Item> whole(List<String> ids) {
        return asked()
                .batchGetWholeArticles(
                        BatchGetWholeArticlesRequest.newBuilder().addAllIds(ids).build())
                .getArticlesList()
                .stream()
                .map(SourceProtos::whole)
                .toList();
    }

    private ArticleServiceBlockingStub asked() {
        return articles.withDeadlineAfter(properties.deadline().toNanos(), TimeUnit.NANOSECONDS);
    }
}
