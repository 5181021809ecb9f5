package news.platform.user.account;

import static news.platform.test.grpc.Refusals.assertRefused;
import static news.platform.test.grpc.Refusals.refusal;
import static news.platform.user.Visitor.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import java.util.List;
import java.util.Locale;
import news.platform.error.FieldViolation;
import news.platform.error.Kind;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.user.Visitor;
import news.platform.user.v1.BatchGetUsersRequest;
import news.platform.user.v1.ChangePasswordRequest;
import news.platform.user.v1.DeleteProfileRequest;
import news.platform.user.v1.GetProfileRequest;
import news.platform.user.v1.Profile;
import news.platform.user.v1.ProfileChange;
import news.platform.user.v1.Session;
import news.platform.user.v1.SessionRevoked;
import news.platform.user.v1.UpdateProfileRequest;
import news.platform.user.v1.User;
import news.platform.user.v1.UserDeleted;
import news.platform.user.v1.UserUpdated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ProfileGrpcServiceIT {
    private static final DeleteProfileRequest DELETE = DeleteProfileRequest.newBuilder()
            .setCurrentPassword(Visitor.PASSWORD)
            .build();

    @Autowired
    TestCallee callee;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SentEvents events;

    String email;
    User user;
    Visitor owner;

    @BeforeEach
    void register() {
        email = newEmail();
        user = Visitor.of(callee).register(email);
        owner = Visitor.of(callee).with(TestTokens.user(user.getId(), "reader"));
    }

    @Test
    void showsTheOwnAccount() {
        Profile profile = get();

        assertThat(profile.getId()).isEqualTo(user.getId());
        assertThat(profile.getEmail()).isEqualTo(email);
        assertThat(profile.getDisplayName()).isEqualTo("Ann");
        assertThat(profile.getRolesList()).containsExactly("reader");
        assertThat(profile.hasCreateTime()).isTrue();
        assertThat(profile.getEtag()).isNotEmpty();
    }

    @Test
    void showsNothingWithoutAToken() {
        Visitor stranger = Visitor.of(callee);
        Visitor late = stranger.with(TestTokens.expired(user.getId(), "reader"));

        assertThat(refusal(() -> profile(stranger)).kind()).contains(Kind.UNAUTHENTICATED);
        assertThat(refusal(() -> profile(late)).kind()).contains(Kind.UNAUTHENTICATED);
        assertThat(refusal(() -> stranger.profile().deleteProfile(DELETE)).kind())
                .contains(Kind.UNAUTHENTICATED);
    }

    @Test
    void changesWhatTheMaskNames() {
        Profile before = get();
        var change = ProfileChange.newBuilder().setDisplayName("Bob").setAvatarUrl("https://example.com/bob.png");

        Profile after =
                update(change, FieldMask.newBuilder().addPaths("avatar_url").build(), before.getEtag());

        assertThat(after.getDisplayName()).isEqualTo("Ann");
        assertThat(after.getAvatarUrl()).isEqualTo("https://example.com/bob.png");
        assertThat(after.getEtag()).isNotEqualTo(before.getEtag());
        assertThat(get()).isEqualTo(after);
        assertThat(events.of(UserUpdated.getDefaultInstance(), user.getId()))
                .singleElement()
                .satisfies(event -> assertThat(event.getAvatarUrl()).isEqualTo("https://example.com/bob.png"));
    }

    @Test
    void changesWhatIsThereWithoutAMask() {
        Profile after = update(ProfileChange.newBuilder().setDisplayName("Bob"), FieldMask.getDefaultInstance(), "");

        assertThat(after.getDisplayName()).isEqualTo("Bob");
    }

    @Test
    void leavesTheEtagWhenNothingChanges() {
        Profile before = get();

        Profile after = update(ProfileChange.newBuilder().setDisplayName("Ann"), FieldMask.getDefaultInstance(), "");

        assertThat(after).isEqualTo(before);
    }

    @Test
    void refusesAStaleEtag() {
        String etag = get().getEtag();
        update(ProfileChange.newBuilder().setDisplayName("Bob"), FieldMask.getDefaultInstance(), etag);

        var refusal = refusal(
                () -> update(ProfileChange.newBuilder().setDisplayName("Eve"), FieldMask.getDefaultInstance(), etag));

        assertThat(refusal.reason()).isEqualTo("ETAG_MISMATCH");
        assertThat(refusal.kind()).contains(Kind.STALE);
    }

    @Test
    void refusesAMaskThatNamesAnotherFieldOrClearsTheName() {
        var email = FieldMask.newBuilder().addPaths("email").build();
        var name = FieldMask.newBuilder().addPaths("display_name").build();

        assertThat(refusal(() -> update(ProfileChange.newBuilder(), email, "")).violations())
                .anySatisfy(found -> assertThat(found.field()).isEqualTo("updateMask"));
        assertThat(refusal(() -> update(ProfileChange.newBuilder(), name, "")).violations())
                .anySatisfy(found -> assertThat(found.field()).isEqualTo("profile.displayName"));
    }

    @Test
    void deletesTheAccountAndEverythingThatIdentifiesItsOwner() {
        Session session = owner.logIn(email, Visitor.PASSWORD);

        owner.profile().deleteProfile(DELETE);

        assertRefused("USER_NOT_FOUND", this::get);
        assertRefused("BAD_CREDENTIALS", () -> owner.logIn(email, Visitor.PASSWORD));
        assertRefused("BAD_REFRESH_TOKEN", () -> owner.refresh(session.getRefreshToken()));
        assertThat(owner.users()
                        .batchGetUsers(BatchGetUsersRequest.newBuilder()
                                .addIds(user.getId())
                                .build())
                        .getMissingList())
                .containsExactly(user.getId());
        assertThat(events.of(UserDeleted.getDefaultInstance(), user.getId()))
                .singleElement()
                .satisfies(event -> assertThat(event.getVersion()).isEqualTo(2));
        assertThat(events.of(SessionRevoked.getDefaultInstance(), session.getSessionId()))
                .hasSize(1);
        assertThat(row()).doesNotContain(email, "Ann", "argon2");
    }

    @Test
    void deletesNothingWithoutTheRightPassword() {
        var wrong = DeleteProfileRequest.newBuilder()
                .setCurrentPassword("wrong password")
                .build();
        var none = DeleteProfileRequest.getDefaultInstance();

        assertRefused("WRONG_PASSWORD", () -> owner.profile().deleteProfile(wrong));
        assertThat(refusal(() -> owner.profile().deleteProfile(none)).violations())
                .anySatisfy(found -> assertThat(found.field()).isEqualTo("currentPassword"));
        assertThat(get().getEmail()).isEqualTo(email);
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        Session here = owner.logIn(email, Visitor.PASSWORD);
        Session elsewhere = Visitor.of(callee).logIn(email, Visitor.PASSWORD);

        changePassword(owner.in(here, user.getId(), "reader"), Visitor.PASSWORD, "another horse battery");

        assertThat(owner.refresh(here.getRefreshToken()).getSessionId()).isEqualTo(here.getSessionId());
        assertRefused("BAD_REFRESH_TOKEN", () -> owner.refresh(elsewhere.getRefreshToken()));
        assertThat(events.of(SessionRevoked.getDefaultInstance(), elsewhere.getSessionId()))
                .hasSize(1);
        assertRefused("BAD_CREDENTIALS", () -> owner.logIn(email, Visitor.PASSWORD));
        assertThat(owner.logIn(email, "another horse battery").getSessionId()).isNotEmpty();
    }

    @Test
    void namesTheWrongAndTheWeakPassword() {
        var wrong = refusal(() -> changePassword(owner, "wrong password", "another horse battery"));
        var breached = refusal(() -> changePassword(owner, Visitor.PASSWORD, "Passw0rd1!"));
        var own = refusal(() -> changePassword(owner, Visitor.PASSWORD, email.toUpperCase(Locale.ROOT)));

        assertThat(wrong.reason()).isEqualTo("WRONG_PASSWORD");
        assertThat(wrong.violations()).extracting(FieldViolation::field).containsExactly("currentPassword");
        assertThat(List.of(breached, own)).allSatisfy(weak -> {
            assertThat(weak.reason()).isEqualTo("WEAK_PASSWORD");
            assertThat(weak.violations()).extracting(FieldViolation::field).containsExactly("newPassword");
        });
    }

    @Test
    void boundsTheGuessesOfAStolenTokenAndHearsTheOwnerElsewhere() {
        Session stolen = owner.logIn(email, Visitor.PASSWORD);
        Session own = owner.logIn(email, Visitor.PASSWORD);
        Visitor thief = owner.in(stolen, user.getId(), "reader");
        for (int i = 0; i < 5; i++) {
            refusal(() -> changePassword(thief, "wrong password", "another horse battery"));
        }

        var refusal = refusal(() -> changePassword(thief, Visitor.PASSWORD, "another horse battery"));

        assertThat(refusal.reason()).isEqualTo("TOO_MANY_ATTEMPTS");
        assertThat(refusal.retryAfter()).isPresent();
        changePassword(owner.in(own, user.getId(), "reader"), Visitor.PASSWORD, "another horse battery");
    }

    @Test
    void keepsOneSpellingOfAName() {
        Profile after = update(
                ProfileChange.newBuilder().setDisplayName(" Zoe\u0308 \u00a0 Smith "),
                FieldMask.getDefaultInstance(),
                "");

        assertThat(after.getDisplayName()).isEqualTo("Zo\u00eb Smith");
    }

    @Test
    void deletesTwiceAsOnceAndFreesTheAddress() {
        owner.profile().deleteProfile(DELETE);

        owner.profile().deleteProfile(DELETE);

        assertThat(owner.register(email).getId()).isNotEqualTo(user.getId());
    }

    private static void changePassword(Visitor by, String current, String changed) {
        var unused = by.profile()
                .changePassword(ChangePasswordRequest.newBuilder()
                        .setCurrentPassword(current)
                        .setNewPassword(changed)
                        .build());
    }

    private String row() {
        return jdbc.sql("select account::text from account where id = :id")
                .param("id", user.getId())
                .query(String.class)
                .single();
    }

    private Profile get() {
        return profile(owner);
    }

    private static Profile profile(Visitor visitor) {
        return visitor.profile()
                .getProfile(GetProfileRequest.getDefaultInstance())
                .getProfile();
    }

    private Profile update(ProfileChange.Builder change, FieldMask mask, String etag) {
        return owner.profile()
                .updateProfile(UpdateProfileRequest.newBuilder()
                        .setProfile(change)
                        .setUpdateMask(mask)
                        .setEtag(etag)
                        .build())
                .getProfile();
    }
}
