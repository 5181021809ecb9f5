package news.platform.thirdparty.delivery;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.thirdparty.v1.DeliverMessagesRequest;
import news.platform.thirdparty.v1.DeliverMessagesResponse;
import news.platform.thirdparty.v1.DeliveryServiceGrpc;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class DeliveryGrpcService extends DeliveryServiceGrpc.DeliveryServiceImplBase {
    private final DeliverMessages delivering;

    DeliveryGrpcService(DeliverMessages delivering) {
        this.delivering = delivering;
    }

    @Override
    public void deliverMessages(DeliverMessagesRequest request, StreamObserver<DeliverMessagesResponse> answer) {
        var messages =
                request.getMessagesList().stream().map(DeliveryProtos::message).toList();
        var outcomes = delivering.deliver(messages);
        var response = DeliverMessagesResponse.newBuilder();
        for (int i = 0; i < outcomes.size(); i++) {
            response.addDeliveries(DeliveryProtos.delivery(messages.get(i).id(), outcomes.get(i)));
        }
        Answers.send(answer, response.build());
    }
}
