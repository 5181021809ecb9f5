package news.platform.__name__.__name__;

import io.grpc.stub.StreamObserver;
import news.platform.error.DomainException;
import news.platform.grpc.server.Answers;
import news.platform.proto.Timestamps;
import news.platform.__name__.v1.Get__Name__Request;
import news.platform.__name__.v1.Get__Name__Response;
import news.platform.__name__.v1.__Name__Reason;
import news.platform.__name__.v1.__Name__ServiceGrpc;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class __Name__GrpcService extends __Name__ServiceGrpc.__Name__ServiceImplBase {
    private final __Names__ __names__;

    __Name__GrpcService(__Names__ __names__) {
        this.__names__ = __names__;
    }

    @Override
    public void get__Name__(Get__Name__Request request, StreamObserver<Get__Name__Response> answer) {
        var found = __names__
                .find(request.get__Name__Id())
                .orElseThrow(() -> new DomainException(__Name__Reason.__NAME___NOT_FOUND, "There is no such __name__."));
        var response = Get__Name__Response.newBuilder();
        response.get__Name__Builder()
                .setId(found.id())
                .setName(found.name())
                .setCreateTime(Timestamps.of(found.createTime()));
        Answers.send(answer, response.build());
    }
}
