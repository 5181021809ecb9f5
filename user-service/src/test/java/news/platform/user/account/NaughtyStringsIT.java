package news.platform.user.account;

import static news.platform.user.Visitor.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.List;
import news.platform.error.ErrorStatuses;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.test.TrialData;
import news.platform.text.Lines;
import news.platform.user.Visitor;
import news.platform.user.v1.CreateUserRequest;
import news.platform.user.v1.GetUserRequest;
import news.platform.user.v1.ProfileChange;
import news.platform.user.v1.UpdateProfileRequest;
import news.platform.user.v1.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every text that has ever broken a program either is accepted and comes back in its one spelling, or is refused by its field. */
@PlatformTest
class NaughtyStringsIT {
    @Autowired
    TestCallee callee;

    @Test
    void roundTripAsDisplayNames() {
        Visitor visitor = Visitor.of(callee);
        String id = visitor.register(newEmail()).getId();
        Visitor owner = visitor.with(TestTokens.user(id, "reader"));

        for (String text : strings()) {
            var change = UpdateProfileRequest.newBuilder()
                    .setProfile(ProfileChange.newBuilder().setDisplayName(text));
            if (accepted(() -> owner.profile().updateProfile(change.build()), "profile.displayName")) {
                assertThat(get(visitor, id).getDisplayName()).isEqualTo(Lines.of(text));
            }
        }
    }

    @Test
    void registerAndLogInAsPasswordsAndNames() {
        Visitor visitor = Visitor.of(callee);

        for (String text : strings()) {
            String email = newEmail();
            var request = CreateUserRequest.newBuilder()
                    .setEmail(email)
                    .setDisplayName("Ann")
                    .setPassword(text);
            if (accepted(() -> visitor.users().createUser(request.build()), "password")) {
                assertThat(visitor.logIn(email, text).getSessionId()).isNotEmpty();
            }
        }
    }

    @Test
    void areRefusedAsAddressesAndIdsWithoutAnInternalError() {
        for (String text : strings()) {
            Visitor visitor = Visitor.of(callee);
            accepted(() -> visitor.logIn(text, "correct horse"), "email");
            accepted(() -> get(visitor, text), "userId");
            accepted(() -> visitor.refresh(text), "refreshToken");
        }
    }

    private static User get(Visitor visitor, String id) {
        return visitor.users()
                .getUser(GetUserRequest.newBuilder().setUserId(id).build())
                .getUser();
    }

    /** True for an answer; false for a refusal, which must be the caller's fault and, if of a field, of this one. */
    private static boolean accepted(Runnable call, String field) {
        try {
            call.run();
            return true;
        } catch (StatusRuntimeException refused) {
            var details = ErrorStatuses.read(refused);
            assertThat(refused.getStatus().getCode()).isIn(Code.INVALID_ARGUMENT, Code.NOT_FOUND, Code.UNAUTHENTICATED);
            assertThat(details.violations())
                    .allSatisfy(found -> assertThat(found.field()).isEqualTo(field));
            return false;
        }
    }

    private static List<String> strings() {
        return JsonMapper.shared().readValue(TrialData.require("open/naughty-strings.json"), new TypeReference<>() {});
    }
}
