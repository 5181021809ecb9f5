package news.platform.user;

import java.util.List;
import java.util.stream.Stream;
import news.platform.test.AccessMatrix;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** In sessions that are open: this service looks. */
@PlatformTest
class AccessMatrixIT {
    @TestFactory
    Stream<DynamicTest> everyRpcAdmitsWhomTheContractSays(
            @Autowired ApplicationContext service, @Autowired TestCallee callee) {
        return AccessMatrix.of(service, role -> tokenOfOpenSession(callee, role))
                .tests();
    }

    private static String tokenOfOpenSession(TestCallee callee, String role) {
        var visitor = Visitor.of(callee);
        var email = Visitor.newEmail();
        var user = visitor.register(email);
        var session = visitor.logIn(email, Visitor.PASSWORD);
        return TestTokens.with(claims -> claims.subject(user.getId())
                .claim("sid", session.getSessionId())
                .claim("roles", List.of(role)));
    }
}
