package news.platform.user.verification;

import io.grpc.stub.StreamObserver;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.grpc.server.Answers;
import news.platform.grpc.server.CallMetadata;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.proto.Timestamps;
import news.platform.security.Callers;
import news.platform.user.code.Contact;
import news.platform.user.code.SendCode;
import news.platform.user.login.AdmitCode;
import news.platform.user.v1.ChangePhoneRequest;
import news.platform.user.v1.ChangePhoneResponse;
import news.platform.user.v1.CreateVerificationCodeRequest;
import news.platform.user.v1.CreateVerificationCodeResponse;
import news.platform.user.v1.VerificationServiceGrpc;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class VerificationGrpcService extends VerificationServiceGrpc.VerificationServiceImplBase {
    private final AdmitCode admitCode;
    private final SendCode sendCode;
    private final ChangePhone changePhone;
    private final Idempotency idempotency;

    VerificationGrpcService(AdmitCode admitCode, SendCode sendCode, ChangePhone changePhone, Idempotency idempotency) {
        this.admitCode = admitCode;
        this.sendCode = sendCode;
        this.changePhone = changePhone;
        this.idempotency = idempotency;
    }

    @Override
    public void createVerificationCode(
            CreateVerificationCodeRequest request, StreamObserver<CreateVerificationCodeResponse> answer) {
        var contact = contact(request);
        boolean anybody = Callers.current().isPresent();
        CallMetadata.noStore();
        Answers.send(
                answer,
                idempotency.once(
                        request,
                        CreateVerificationCodeResponse.getDefaultInstance(),
                        _ -> {
                            admitCode.admit(
                                    contact, CallMetadata.clientAddress().orElse("unknown"));
                            return contact;
                        },
                        (id, admitted) -> CreateVerificationCodeResponse.newBuilder()
                                .setExpireTime(Timestamps.of(sendCode.send(id, admitted, anybody)))
                                .build()));
    }

    @Override
    public void changePhone(ChangePhoneRequest request, StreamObserver<ChangePhoneResponse> answer) {
        changePhone.change(Callers.required(), request.getPhone(), request.getCode(), request.getCurrentPassword());
        Answers.send(answer, ChangePhoneResponse.getDefaultInstance());
    }

    private static Contact contact(CreateVerificationCodeRequest request) {
        return switch (request.getContactCase()) {
            case EMAIL -> Contact.email(request.getEmail());
            case PHONE -> Contact.phone(request.getPhone());
            case CONTACT_NOT_SET ->
                throw DomainException.field(PlatformReason.INVALID_FIELD, "email", "either email or phone");
        };
    }
}
