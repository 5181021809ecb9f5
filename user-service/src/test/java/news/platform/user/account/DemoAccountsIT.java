package news.platform.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import news.platform.persistence.IdSource;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.user.Visitor;
import news.platform.user.account.DemoAccounts.Settings;
import news.platform.user.password.Passwords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;

@PlatformTest
class DemoAccountsIT {
    @Autowired
    TestCallee callee;

    @Autowired
    Settings settings;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    RegisterAccount registerAccount;

    @Autowired
    IdSource ids;

    @ParameterizedTest
    @CsvSource({"reader, reader", "editor, reader editor", "moderator, reader moderator", "admin, reader admin"})
    void letsEachLogInWithItsRoles(String name, String roles) throws ParseException {
        String token = Visitor.of(callee)
                .logIn(name + "@example.com", password(settings))
                .getAccessToken();

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("roles"))
                .isEqualTo(List.of(roles.split(" ")));
    }

    @Test
    void takesANewPasswordAndKeepsTheAccounts() {
        String id = accounts.findCredential("editor@example.com").orElseThrow().userId();

        demo(new Settings("a new password"), new MockEnvironment()).run(new DefaultApplicationArguments());

        Visitor.of(callee).logIn("editor@example.com", "a new password");
        assertThat(accounts.findCredential("editor@example.com").orElseThrow().userId())
                .isEqualTo(id);
        demo(settings, new MockEnvironment()).run(new DefaultApplicationArguments());
    }

    @Test
    void refusesToStartInProduction() {
        var production = new MockEnvironment();
        production.setActiveProfiles("production");

        assertThatThrownBy(() -> demo(settings, production)).hasMessageContaining("news.user.demo.password");
        demo(new Settings(null), production).run(new DefaultApplicationArguments());
    }

    private DemoAccounts demo(Settings some, MockEnvironment environment) {
        return new DemoAccounts(some, environment, accounts, passwords, registerAccount, ids);
    }

    private static String password(Settings settings) {
        return Objects.requireNonNull(settings.password());
    }
}
