package news.platform.thirdparty.ninjs;

import io.grpc.stub.StreamObserver;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.grpc.server.Answers;
import news.platform.thirdparty.item.TakeItems;
import news.platform.thirdparty.item.Taken;
import news.platform.thirdparty.ninjs.NinjsItem.Readable;
import news.platform.thirdparty.ninjs.NinjsItem.Refused;
import news.platform.thirdparty.parse.BoundedJson;
import news.platform.thirdparty.v1.FeedItemResult;
import news.platform.thirdparty.v1.FeedItemServiceGrpc.FeedItemServiceImplBase;
import news.platform.thirdparty.v1.PushFeedItemsRequest;
import news.platform.thirdparty.v1.PushFeedItemsResponse;
import news.platform.thirdparty.v1.ThirdpartyReason;
import org.springframework.grpc.server.service.GrpcService;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

@GrpcService
final class FeedItemGrpcService extends FeedItemServiceImplBase {
    private static final int MAX_ITEMS = 200;
    private static final int TAKEN = 201;
    private static final int KNOWN = 200;

    private final Senders senders;
    private final NinjsReader reader;
    private final TakeItems takeItems;

    FeedItemGrpcService(Senders senders, NinjsReader reader, TakeItems takeItems) {
        this.senders = senders;
        this.reader = reader;
        this.takeItems = takeItems;
    }

    @Override
    public void pushFeedItems(PushFeedItemsRequest request, StreamObserver<PushFeedItemsResponse> answer) {
        byte[] body = request.getItems().getData().toByteArray();
        Sender sender = senders.authenticate(body);
        var response = PushFeedItemsResponse.newBuilder();
        // each in a transaction of its own: one that fails takes none of the others along
        objects(body).forEach(object -> response.addResults(take(reader.read(object, sender), sender)));
        Answers.send(answer, response.build());
    }

    private FeedItemResult take(NinjsItem item, Sender sender) {
        return switch (item) {
            case Readable readable -> {
                Taken taken = takeItems.takeVersion(sender.origin(), readable.item(), readable.version());
                int status =
                        switch (taken) {
                            case CREATED, UPDATED -> TAKEN;
                            case DUPLICATE, STALE_VERSION -> KNOWN;
                        };
                yield result(readable, status, taken.name()).build();
            }
            case Refused refused ->
                result(refused, refused.why().status(), refused.why().name())
                        .setField(refused.field())
                        .setDetail(refused.detail())
                        .build();
        };
    }

    private static FeedItemResult.Builder result(NinjsItem item, int status, String reason) {
        return FeedItemResult.newBuilder()
                .setUri(item.uri())
                .setVersion(item.version().text())
                .setStatus(status)
                .setReason(reason);
    }

    private static List<JsonNode> objects(byte[] body) {
        JsonNode json = json(body);
        if (json.isObject()) {
            return List.of(json);
        }
        if (!json.isArray()) {
            throw bad("neither an object nor a list");
        }
        if (json.size() > MAX_ITEMS) {
            throw bad("more than " + MAX_ITEMS + " items");
        }
        return json.valueStream().toList();
    }

    private static JsonNode json(byte[] body) {
        try {
            return BoundedJson.read(body);
        } catch (StreamConstraintsException tooMuch) {
            throw bad("nested deeper, or with a longer number or name, than any ninjs item");
        } catch (JacksonException malformed) {
            throw bad("no well-formed JSON: " + malformed.getOriginalMessage());
        }
    }

    private static DomainException bad(String what) {
        return DomainException.field(ThirdpartyReason.BAD_NINJS, "items", what);
    }
}
