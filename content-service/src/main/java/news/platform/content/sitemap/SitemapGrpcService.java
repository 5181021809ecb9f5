package news.platform.content.sitemap;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.time.YearMonth;
import news.platform.content.sitemap.Sitemaps.Fresh;
import news.platform.content.v1.ContentReason;
import news.platform.content.v1.GetNewsSitemapRequest;
import news.platform.content.v1.GetNewsSitemapResponse;
import news.platform.content.v1.GetRobotsRequest;
import news.platform.content.v1.GetRobotsResponse;
import news.platform.content.v1.GetSitemapIndexRequest;
import news.platform.content.v1.GetSitemapIndexResponse;
import news.platform.content.v1.GetSitemapRequest;
import news.platform.content.v1.GetSitemapResponse;
import news.platform.content.v1.SitemapServiceGrpc;
import news.platform.error.DomainException;
import news.platform.grpc.server.Answers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class SitemapGrpcService extends SitemapServiceGrpc.SitemapServiceImplBase {
    /** As many as Google takes. */
    private static final int MAX_NEWS = 1000;

    private final Sitemaps sitemaps;
    private final SitemapDocuments documents;
    private final SitemapProperties properties;

    SitemapGrpcService(Sitemaps sitemaps, SitemapDocuments documents, SitemapProperties properties) {
        this.sitemaps = sitemaps;
        this.documents = documents;
        this.properties = properties;
    }

    @Override
    public void getRobots(GetRobotsRequest request, StreamObserver<GetRobotsResponse> answer) {
        Answers.send(
                answer,
                GetRobotsResponse.newBuilder()
                        .setRobots(HttpBody.newBuilder()
                                .setContentType("text/plain;charset=utf-8")
                                .setData(ByteString.copyFromUtf8(documents.robots())))
                        .build());
    }

    @Override
    public void getSitemapIndex(GetSitemapIndexRequest request, StreamObserver<GetSitemapIndexResponse> answer) {
        Answers.send(
                answer,
                GetSitemapIndexResponse.newBuilder()
                        .setIndex(xml(documents.index(sitemaps.months(), properties.maxAddresses())))
                        .build());
    }

    @Override
    public void getSitemap(GetSitemapRequest request, StreamObserver<GetSitemapResponse> answer) {
        var articles = sitemaps.part(
                YearMonth.parse(request.getMonth()), Math.max(1, request.getPart()), properties.maxAddresses());
        if (articles.isEmpty()) {
            throw new DomainException(ContentReason.SITEMAP_NOT_FOUND, "there is no such sitemap");
        }
        Answers.send(
                answer,
                GetSitemapResponse.newBuilder()
                        .setSitemap(xml(documents.articles(articles)))
                        .build());
    }

    @Override
    public void getNewsSitemap(GetNewsSitemapRequest request, StreamObserver<GetNewsSitemapResponse> answer) {
        var articles = sitemaps.fresh(MAX_NEWS);
        Answers.send(
                answer,
                GetNewsSitemapResponse.newBuilder()
                        .setSitemap(xml(documents.news(articles)))
                        .addAllArticleIds(articles.stream().map(Fresh::id).toList())
                        .build());
    }

    private static HttpBody xml(byte[] document) {
        return HttpBody.newBuilder()
                .setContentType("application/xml;charset=utf-8")
                .setData(ByteString.copyFrom(document))
                .build();
    }
}
