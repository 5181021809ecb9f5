package news.platform.user.session;

import static news.platform.user.Visitor.newEmail;

import io.grpc.StatusRuntimeException;
import java.util.List;
import news.platform.error.ErrorStatuses;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.user.Visitor;
import news.platform.user.v1.Session;
import news.platform.user.v1.SessionRevoked;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who has just registered. */
@PlatformTest
abstract class SessionTest {
    @Autowired
    TestCallee callee;

    @Autowired
    SentEvents events;

    String email;
    String userId;
    Visitor visitor;

    @BeforeEach
    void register() {
        email = newEmail();
        visitor = Visitor.of(callee);
        userId = visitor.register(email).getId();
    }

    Session logIn(String address) {
        return visitor.logIn(address, Visitor.PASSWORD);
    }

    Visitor owner() {
        return visitor.with(TestTokens.user(userId, "reader"));
    }

    /** The new refresh token, or why there is none. */
    String outcome(String refreshToken) {
        try {
            return visitor.refresh(refreshToken).getRefreshToken();
        } catch (StatusRuntimeException e) {
            return ErrorStatuses.read(e).reason();
        }
    }

    List<SessionRevoked> revoked(Session session) {
        return events.of(SessionRevoked.getDefaultInstance(), session.getSessionId());
    }
}
