package news.platform.user.session;

import java.util.ArrayList;
import news.platform.error.DomainException;
import news.platform.error.FieldViolation;
import news.platform.error.v1.PlatformReason;
import news.platform.proto.Timestamps;
import news.platform.user.code.Contact;
import news.platform.user.login.Proof;
import news.platform.user.v1.CreateSessionRequest;
import news.platform.user.v1.SessionSummary;

/** Sessions as messages. */
final class SessionProtos {
    private SessionProtos() {}

    /** By what somebody logs in; refused, naming the fields, where it is neither one thing nor the other. */
    static Proof proof(CreateSessionRequest request) {
        boolean byPhone = !request.getPhone().isEmpty();
        boolean byCode = !request.getCode().isEmpty();
        var wrong = new ArrayList<FieldViolation>();
        if (request.getEmail().isEmpty() != byPhone) {
            wrong.add(new FieldViolation(byPhone ? "phone" : "email", "either email or phone"));
        }
        if (request.getPassword().isEmpty() != byCode) {
            wrong.add(new FieldViolation(byCode ? "code" : "password", "either password or code"));
        }
        if (byPhone && !byCode) {
            wrong.add(new FieldViolation("code", "goes with phone"));
        }
        if (!wrong.isEmpty()) {
            throw DomainException.fields(PlatformReason.INVALID_FIELD, "neither one proof nor the other", wrong);
        }
        var contact =
                request.getPhone().isEmpty() ? Contact.email(request.getEmail()) : Contact.phone(request.getPhone());
        return request.getCode().isEmpty()
                ? new Proof.Password(contact, request.getPassword())
                : new Proof.Code(contact, request.getCode());
    }

    static news.platform.user.v1.Session opened(OpenedSession session) {
        return news.platform.user.v1.Session.newBuilder()
                .setSessionId(session.sessionId())
                .setAccessToken(session.tokens().accessToken())
                .setRefreshToken(session.tokens().refreshToken().text())
                .setDeviceToken(session.deviceToken().orElse(""))
                .setTokenType("Bearer")
                .setExpiresIn((int) session.lifetime().toSeconds())
                .build();
    }

    static SessionSummary summary(Session session, String currentId) {
        return SessionSummary.newBuilder()
                .setId(session.id())
                .setDevice(session.device())
                .setCreateTime(Timestamps.of(session.createTime()))
                .setLastUsedTime(Timestamps.of(session.lastUsedTime()))
                .setCurrent(session.id().equals(currentId))
                .build();
    }
}
