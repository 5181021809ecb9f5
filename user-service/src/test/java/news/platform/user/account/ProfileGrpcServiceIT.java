package news.platform.user.account;

import static news.platform.user.Visitor.newEmail;
import static news.platform.user.Visitor.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import news.platform.error.Kind;
import news.platform.test.PlatformTest;
import news.platform.test.TestChannels;
import news.platform.test.TestTokens;
import news.platform.user.PublishedEvents;
import news.platform.user.Visitor;
import news.platform.user.v1.BatchGetUsersRequest;
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
    private static final DeleteProfileRequest DELETE = DeleteProfileRequest.getDefaultInstance();

    @Autowired
    TestChannels channels;

    @Autowired
    JdbcClient jdbc;

    String email;
    User user;
    Visitor owner;

    @BeforeEach
    void register() {
        email = newEmail();
        user = Visitor.of(channels).register(email);
        owner = Visitor.of(channels).with(TestTokens.user(user.getId(), "reader"));
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
        Visitor stranger = Visitor.of(channels);
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
        assertThat(PublishedEvents.await(UserUpdated.getDefaultInstance(), user.getId(), 1))
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

        assertThat(refusal(this::get).reason()).isEqualTo("USER_NOT_FOUND");
        assertThat(refusal(() -> owner.logIn(email, Visitor.PASSWORD)).reason()).isEqualTo("BAD_CREDENTIALS");
        assertThat(refusal(() -> owner.refresh(session.getRefreshToken())).reason())
                .isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(owner.users()
                        .batchGetUsers(BatchGetUsersRequest.newBuilder()
                                .addIds(user.getId())
                                .build())
                        .getMissingList())
                .containsExactly(user.getId());
        assertThat(PublishedEvents.await(UserDeleted.getDefaultInstance(), user.getId(), 1))
                .singleElement()
                .satisfies(event -> assertThat(event.getVersion()).isEqualTo(2));
        assertThat(PublishedEvents.await(SessionRevoked.getDefaultInstance(), session.getSessionId(), 1))
                .hasSize(1);
        assertThat(row()).doesNotContain(email, "Ann", "argon2");
    }

    @Test
    void deletesTwiceAsOnceAndFreesTheAddress() {
        owner.profile().deleteProfile(DELETE);

        owner.profile().deleteProfile(DELETE);

        assertThat(owner.register(email).getId()).isNotEqualTo(user.getId());
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
