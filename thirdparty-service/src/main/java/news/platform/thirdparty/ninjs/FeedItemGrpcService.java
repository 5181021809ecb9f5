package news.platform.thirdparty.ninjs;

import io.grpc.stub.StreamObserver;
import java.util.Iterator;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.grpc.server.Answers;
import news.platform.thirdparty.item.NamedVersion;
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
        List<NinjsItem> items = objects(body).stream()
                .map(object -> reader.read(object, sender))
                .toList();
        Answers.send(
                answer,
                PushFeedItemsResponse.newBuilder()
                        .addAllResults(take(items, sender))
                        .build());
    }

    private List<FeedItemResult> take(List<NinjsItem> items, Sender sender) {
        List<NamedVersion> readable = items.stream()
                .filter(Readable.class::isInstance)
                .map(item -> ((Readable) item).named())
                .toList();
        Iterator<Taken> taken =
                takeItems.takeVersions(sender.origin(), readable).iterator();
        return items.stream()
                .map(item -> switch (item) {
                    case Readable one -> taken(one, taken.next());
                    case Refused one -> refused(one);
                })
                .toList();
    }

    private static FeedItemResult taken(Readable item, Taken taken) {
        int status =
                switch (taken) {
                    case CREATED, UPDATED -> TAKEN;
                    case DUPLICATE, STALE_VERSION -> KNOWN;
                };
        return result(item, status, taken.name()).build();
    }

    private static FeedItemResult refused(Refused item) {
        return result(item, item.why().status(), item.why().name())
                .setField(item.field())
                .setDetail(item.detail())
                .build();
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
