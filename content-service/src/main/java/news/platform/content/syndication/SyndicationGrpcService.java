package news.platform.content.syndication;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.util.List;
import news.platform.content.v1.GetAtomRequest;
import news.platform.content.v1.GetAtomResponse;
import news.platform.content.v1.GetJsonFeedRequest;
import news.platform.content.v1.GetJsonFeedResponse;
import news.platform.content.v1.GetRssRequest;
import news.platform.content.v1.GetRssResponse;
import news.platform.content.v1.SyndicationServiceGrpc;
import news.platform.grpc.server.Answers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class SyndicationGrpcService extends SyndicationServiceGrpc.SyndicationServiceImplBase {
    private final SyndicateChannel channels;

    SyndicationGrpcService(SyndicateChannel channels) {
        this.channels = channels;
    }

    @Override
    public void getRss(GetRssRequest request, StreamObserver<GetRssResponse> answer) {
        var feed = channels.syndicate(request.getChannel());
        Answers.send(
                answer,
                GetRssResponse.newBuilder()
                        .setFeed(document(feed, Format.RSS))
                        .addAllArticleIds(articleIds(feed))
                        .addAllAuthorIds(authorIds(feed))
                        .build());
    }

    @Override
    public void getAtom(GetAtomRequest request, StreamObserver<GetAtomResponse> answer) {
        var feed = channels.syndicate(request.getChannel());
        Answers.send(
                answer,
                GetAtomResponse.newBuilder()
                        .setFeed(document(feed, Format.ATOM))
                        .addAllArticleIds(articleIds(feed))
                        .addAllAuthorIds(authorIds(feed))
                        .build());
    }

    @Override
    public void getJsonFeed(GetJsonFeedRequest request, StreamObserver<GetJsonFeedResponse> answer) {
        var feed = channels.syndicate(request.getChannel());
        Answers.send(
                answer,
                GetJsonFeedResponse.newBuilder()
                        .setFeed(document(feed, Format.JSON_FEED))
                        .addAllArticleIds(articleIds(feed))
                        .addAllAuthorIds(authorIds(feed))
                        .build());
    }

    private static HttpBody document(Syndicated feed, Format format) {
        return HttpBody.newBuilder()
                .setContentType(format.contentType())
                .setData(ByteString.copyFrom(format.write(feed)))
                .build();
    }

    private static List<String> articleIds(Syndicated feed) {
        return feed.entries().stream().map(Syndicated.Entry::id).toList();
    }

    private static List<String> authorIds(Syndicated feed) {
        return feed.entries().stream()
                .flatMap(entry -> entry.teaser().authorIds().stream())
                .distinct()
                .toList();
    }
}
