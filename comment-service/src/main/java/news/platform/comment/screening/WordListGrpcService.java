package news.platform.comment.screening;

import io.grpc.stub.StreamObserver;
import java.util.List;
import news.platform.comment.v1.CommentReason;
import news.platform.comment.v1.GetWordListRequest;
import news.platform.comment.v1.GetWordListResponse;
import news.platform.comment.v1.UpdateWordListRequest;
import news.platform.comment.v1.UpdateWordListResponse;
import news.platform.comment.v1.WordListServiceGrpc;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Etags;
import news.platform.grpc.server.Answers;
import news.platform.proto.Timestamps;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class WordListGrpcService extends WordListServiceGrpc.WordListServiceImplBase {
    private static final int WEIGHT = 60;
    private static final int PASSING_WEIGHT = 30;

    private final WordLists lists;
    private final ChangeWordList changing;

    WordListGrpcService(WordLists lists, ChangeWordList changing) {
        this.lists = lists;
        this.changing = changing;
    }

    @Override
    public void getWordList(GetWordListRequest request, StreamObserver<GetWordListResponse> answer) {
        var list = lists.find(request.getCategory())
                .orElseThrow(() -> new DomainException(CommentReason.WORD_LIST_NOT_FOUND, "no such list"));
        Answers.send(
                answer,
                GetWordListResponse.newBuilder().setWordList(message(list)).build());
    }

    @Override
    public void updateWordList(UpdateWordListRequest request, StreamObserver<UpdateWordListResponse> answer) {
        var change = request.getWordList();
        var list = changing.change(
                request.getCategory(),
                request.getEtag(),
                List.copyOf(change.getWordsList()),
                change.hasWeight() ? change.getWeight() : WEIGHT,
                change.hasPassingWeight() ? change.getPassingWeight() : PASSING_WEIGHT,
                Callers.required().userId());
        Answers.send(
                answer,
                UpdateWordListResponse.newBuilder().setWordList(message(list)).build());
    }

    private static news.platform.comment.v1.WordList message(WordList list) {
        return news.platform.comment.v1.WordList.newBuilder()
                .setCategory(list.category())
                .addAllWords(list.words())
                .setWeight(list.weight())
                .setPassingWeight(list.passingWeight())
                .setEtag(Etags.of(list.version()))
                .setUpdateTime(Timestamps.of(list.updateTime()))
                .build();
    }
}
