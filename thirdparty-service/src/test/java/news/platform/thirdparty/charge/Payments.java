package news.platform.thirdparty.charge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.proto.Timestamps;
import news.platform.test.TestCallee;
import news.platform.test.grpc.TestCertificates;
import news.platform.thirdparty.channel.PaymentChannelContract.Sent;
import news.platform.thirdparty.v1.Amount;
import news.platform.thirdparty.v1.Charge;
import news.platform.thirdparty.v1.ChargeServiceGrpc;
import news.platform.thirdparty.v1.CloseChargeRequest;
import news.platform.thirdparty.v1.CreateChargeRequest;
import news.platform.thirdparty.v1.CreateRefundRequest;
import news.platform.thirdparty.v1.GetChargeRequest;
import news.platform.thirdparty.v1.PaymentCallbackServiceGrpc;
import news.platform.thirdparty.v1.Refund;
import news.platform.thirdparty.v1.TakeSandboxCallbackRequest;

/** What payment-service and the gateway ask. */
final class Payments {
    private static final Metadata.Key<String> STATUS =
            Metadata.Key.of("x-http-status", Metadata.ASCII_STRING_MARSHALLER);

    private final TestCallee callee;

    Payments(TestCallee callee) {
        this.callee = callee;
    }

    /** What is answered at the edge. */
    record Answered(int status, String body) {}

    ChargeServiceGrpc.ChargeServiceBlockingStub charges() {
        return ChargeServiceGrpc.newBlockingStub(callee.from(TestCertificates.of("payment-service")));
    }

    static CreateChargeRequest.Builder request(String paymentId) {
        return CreateChargeRequest.newBuilder()
                .setPaymentId(paymentId)
                .setOrderId("order-of-" + paymentId)
                .setAmount(amount(1999, "CNY"))
                .setChannel("sandbox")
                .setDescription("Annual membership")
                .setExpireTime(Timestamps.of(Instant.now().plusSeconds(900)));
    }

    static Amount.Builder amount(long minorUnits, String currency) {
        return Amount.newBuilder().setMinorUnits(minorUnits).setCurrencyCode(currency);
    }

    Charge create(String paymentId) {
        return charges().createCharge(request(paymentId).build()).getCharge();
    }

    Charge find(String paymentId) {
        return charges()
                .getCharge(GetChargeRequest.newBuilder().setPaymentId(paymentId).build())
                .getCharge();
    }

    Charge close(String paymentId) {
        return charges()
                .closeCharge(
                        CloseChargeRequest.newBuilder().setPaymentId(paymentId).build())
                .getCharge();
    }

    Refund refund(String refundId, String paymentId, long minorUnits) {
        return charges()
                .createRefund(CreateRefundRequest.newBuilder()
                        .setRefundId(refundId)
                        .setPaymentId(paymentId)
                        .setAmount(amount(minorUnits, "CNY"))
                        .build())
                .getRefund();
    }

    /** Brings a callback of the sandbox, as the gateway does. */
    Answered bring(Sent callback) {
        var headers = new Metadata();
        callback.headers()
                .forEach((name, value) -> headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
        var answered = new AtomicReference<Metadata>();
        var channel = ClientInterceptors.intercept(
                callee.anonymous(),
                MetadataUtils.newAttachHeadersInterceptor(headers),
                MetadataUtils.newCaptureMetadataInterceptor(answered, new AtomicReference<>()));
        var acknowledgement = PaymentCallbackServiceGrpc.newBlockingStub(channel)
                .takeSandboxCallback(TakeSandboxCallbackRequest.newBuilder()
                        .setCallback(HttpBody.newBuilder()
                                .setContentType(callback.contentType())
                                .setData(ByteString.copyFrom(callback.body())))
                        .build())
                .getAcknowledgement();
        var status = answered.get().get(STATUS);
        assertThat(status).isNotNull();
        return new Answered(Integer.parseInt(status), acknowledgement.getData().toStringUtf8());
    }
}
