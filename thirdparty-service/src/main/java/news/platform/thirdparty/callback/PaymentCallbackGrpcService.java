package news.platform.thirdparty.callback;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.grpc.server.CallMetadata;
import news.platform.thirdparty.channel.RawCallback;
import news.platform.thirdparty.v1.PaymentCallbackServiceGrpc.PaymentCallbackServiceImplBase;
import news.platform.thirdparty.v1.TakeAlipayCallbackRequest;
import news.platform.thirdparty.v1.TakeAlipayCallbackResponse;
import news.platform.thirdparty.v1.TakeSandboxCallbackRequest;
import news.platform.thirdparty.v1.TakeSandboxCallbackResponse;
import news.platform.thirdparty.v1.TakeStripeCallbackRequest;
import news.platform.thirdparty.v1.TakeStripeCallbackResponse;
import news.platform.thirdparty.v1.TakeWechatpayCallbackRequest;
import news.platform.thirdparty.v1.TakeWechatpayCallbackResponse;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class PaymentCallbackGrpcService extends PaymentCallbackServiceImplBase {
    private final TakeCallback taking;

    PaymentCallbackGrpcService(TakeCallback taking) {
        this.taking = taking;
    }

    @Override
    public void takeSandboxCallback(
            TakeSandboxCallbackRequest request, StreamObserver<TakeSandboxCallbackResponse> answer) {
        Answers.send(
                answer,
                TakeSandboxCallbackResponse.newBuilder()
                        .setAcknowledgement(take("sandbox", request.getCallback()))
                        .build());
    }

    @Override
    public void takeStripeCallback(
            TakeStripeCallbackRequest request, StreamObserver<TakeStripeCallbackResponse> answer) {
        Answers.send(
                answer,
                TakeStripeCallbackResponse.newBuilder()
                        .setAcknowledgement(take("stripe", request.getCallback()))
                        .build());
    }

    @Override
    public void takeWechatpayCallback(
            TakeWechatpayCallbackRequest request, StreamObserver<TakeWechatpayCallbackResponse> answer) {
        Answers.send(
                answer,
                TakeWechatpayCallbackResponse.newBuilder()
                        .setAcknowledgement(take("wechatpay", request.getCallback()))
                        .build());
    }

    @Override
    public void takeAlipayCallback(
            TakeAlipayCallbackRequest request, StreamObserver<TakeAlipayCallbackResponse> answer) {
        Answers.send(
                answer,
                TakeAlipayCallbackResponse.newBuilder()
                        .setAcknowledgement(take("alipay", request.getCallback()))
                        .build());
    }

    private HttpBody take(String channel, HttpBody body) {
        var callback = new RawCallback(
                name -> CallMetadata.header(name).stream().toList(),
                body.getContentType(),
                body.getData().toByteArray());
        var acknowledgement = taking.take(channel, callback);
        CallMetadata.status(acknowledgement.status());
        return HttpBody.newBuilder()
                .setContentType(acknowledgement.contentType())
                .setData(ByteString.copyFrom(acknowledgement.bytes()))
                .build();
    }
}
