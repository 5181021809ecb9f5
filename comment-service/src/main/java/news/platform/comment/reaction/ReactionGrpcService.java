package news.platform.comment.reaction;

import io.grpc.stub.StreamObserver;
import news.platform.comment.v1.LikeArticleRequest;
import news.platform.comment.v1.LikeArticleResponse;
import news.platform.comment.v1.LikeCommentRequest;
import news.platform.comment.v1.LikeCommentResponse;
import news.platform.comment.v1.ReactionServiceGrpc;
import news.platform.comment.v1.UnlikeArticleRequest;
import news.platform.comment.v1.UnlikeArticleResponse;
import news.platform.comment.v1.UnlikeCommentRequest;
import news.platform.comment.v1.UnlikeCommentResponse;
import news.platform.grpc.server.Answers;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ReactionGrpcService extends ReactionServiceGrpc.ReactionServiceImplBase {
    private final LikeComment comments;
    private final LikeArticle articles;

    ReactionGrpcService(LikeComment comments, LikeArticle articles) {
        this.comments = comments;
        this.articles = articles;
    }

    @Override
    public void likeComment(LikeCommentRequest request, StreamObserver<LikeCommentResponse> answer) {
        comments.like(request.getCommentId(), Callers.required().userId());
        Answers.send(answer, LikeCommentResponse.getDefaultInstance());
    }

    @Override
    public void unlikeComment(UnlikeCommentRequest request, StreamObserver<UnlikeCommentResponse> answer) {
        comments.unlike(request.getCommentId(), Callers.required().userId());
        Answers.send(answer, UnlikeCommentResponse.getDefaultInstance());
    }

    @Override
    public void likeArticle(LikeArticleRequest request, StreamObserver<LikeArticleResponse> answer) {
        articles.like(request.getArticleId(), Callers.required().userId());
        Answers.send(answer, LikeArticleResponse.getDefaultInstance());
    }

    @Override
    public void unlikeArticle(UnlikeArticleRequest request, StreamObserver<UnlikeArticleResponse> answer) {
        articles.unlike(request.getArticleId(), Callers.required().userId());
        Answers.send(answer, UnlikeArticleResponse.getDefaultInstance());
    }
}
