package news.platform.sound.article;

import io.grpc.Status;
import news.platform.elsewhere.v1.AuthorMessage;
import org.springframework.grpc.server.service.GrpcService;

/** The edge. */
@GrpcService
final class ArticleGrpcService {
    Status answer(AuthorMessage author) {
        return author.name().isEmpty() ? Status.INVALID_ARGUMENT : Status.OK;
    }
}
