package news.platform.user.session;

import static news.platform.user.Visitor.newEmail;
import static news.platform.user.Visitor.refusal;

import java.util.ArrayList;
import java.util.List;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.user.PublishedEvents;
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
        var answer = new ArrayList<String>();
        var refusal = refusal(() -> answer.add(visitor.refresh(refreshToken).getRefreshToken()));
        return answer.isEmpty() ? refusal.reason() : answer.getFirst();
    }

    static List<SessionRevoked> revoked(Session session) {
        return PublishedEvents.await(SessionRevoked.getDefaultInstance(), session.getSessionId(), 1);
    }
}
