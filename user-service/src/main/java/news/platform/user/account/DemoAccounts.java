package news.platform.user.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.platform.persistence.IdSource;
import news.platform.user.account.Accounts.Credential;
import news.platform.user.password.Passwords;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Makes the accounts of the sample content, {@code reader@example.com} to {@code admin@example.com}, of one password. */
@Component
final class DemoAccounts implements ApplicationRunner {
    private final Settings settings;
    private final Accounts accounts;
    private final Passwords passwords;
    private final RegisterAccount registerAccount;
    private final IdSource ids;

    DemoAccounts(
            Settings settings,
            Environment environment,
            Accounts accounts,
            Passwords passwords,
            RegisterAccount registerAccount,
            IdSource ids) {
        if (settings.password() != null && environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("news.user.demo.password is set (expected: nothing in profile production)");
        }
        this.settings = settings;
        this.accounts = accounts;
        this.passwords = passwords;
        this.registerAccount = registerAccount;
        this.ids = ids;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String password = settings.password();
        if (password == null || !outdated(password)) {
            return;
        }
        String hash = passwords.hash(password);
        List.of(Role.values()).forEach(role -> make(role, hash));
    }

    /** The last to be made tells of the others. */
    private boolean outdated(String password) {
        Optional<String> hash = accounts.findCredential(email(Role.ADMIN)).map(Credential::passwordHash);
        return hash.isEmpty() || !passwords.matches(password, hash);
    }

    private void make(Role role, String hash) {
        String name = role.label();
        String displayName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Set<Role> roles = EnumSet.of(Role.READER, role);
        if (registerAccount
                .register(ids.next(), email(role), hash, displayName, roles)
                .isEmpty()) {
            accounts.findCredential(email(role)).ifPresent(known -> accounts.changePassword(known, hash));
        }
    }

    private static String email(Role role) {
        return role.label() + "@example.com";
    }

    /**
     * The demo accounts.
     *
     * @param password makes them at start, with this password; refused in profile {@code production}; none by default
     */
    @ConfigurationProperties("news.user.demo")
    record Settings(@Nullable String password) {}
}
