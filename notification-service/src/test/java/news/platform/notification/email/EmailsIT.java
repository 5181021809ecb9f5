package news.platform.notification.email;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.notification.NotificationServiceTest;
import news.platform.notification.fanout.BeginStory;
import news.platform.notification.story.Kind;
import news.platform.notification.story.Story;
import news.platform.notification.v1.EmailServiceGrpc;
import news.platform.notification.v1.NotificationSettings;
import news.platform.notification.v1.UnsubscribeEmailsRequest;
import news.platform.test.grpc.ServiceTwin;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.OutgoingMessage;
import news.platform.user.v1.BatchGetContactsRequest;
import news.platform.user.v1.BatchGetContactsResponse;
import news.platform.user.v1.ContactServiceGrpc;
import news.platform.user.v1.UserContact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class EmailsIT extends NotificationServiceTest {
    @Autowired
    private ServiceTwin userTwin;

    @Autowired
    private BeginStory telling;

    @Autowired
    private TransactionTemplate transaction;

    private final String ann = newUser();
    private final Map<String, String> addresses = new HashMap<>(Map.of(ann, "ann@example.com"));

    @BeforeEach
    void usersAreWell() {
        userTwin.is(ServiceTwin.Mood.WELL);
        userTwin.answer(ContactServiceGrpc.getBatchGetContactsMethod(), this::contacts);
    }

    @Test
    void sendsWhatTheUserWantsByEmailBesidesTheListOnce() {
        set(ann, NotificationSettings.newBuilder().addEmailTopics("purchases"));

        tell(ann, Kind.PURCHASES);
        tell(ann, Kind.MODERATION);
        tell(ann, Kind.REPLIES);

        told(ann, 3);
        awaitQuiet();
        assertThat(pushed).singleElement().satisfies(message -> {
            assertThat(message.getEmail()).isEqualTo("ann@example.com");
            assertThat(message.getTitle()).isEqualTo("About PURCHASES");
            // a site has no page of an order
            assertThat(message.getLink()).isEmpty();
            assertThat(message.getUnsubscribeUrl())
                    .matches("http://localhost:[0-9]+/api/v1/emails/[A-Za-z0-9_-]{43}:unsubscribe");
            assertThat(message.hasExpireTime()).isTrue();
        });
    }

    @Test
    void leadsToThePageOfAnArticle() {
        set(ann, NotificationSettings.newBuilder().addEmailTopics("moderation"));

        tell(ann, Kind.MODERATION, "/articles/1#comments/2", java.time.Duration.ZERO);

        await().until(() -> pushed.size() == 1);
        assertThat(pushed.getFirst().getLink()).matches("http://localhost:[0-9]+/articles/1#comments/2");
    }

    @Test
    void sendsNothingToWhoWantsNoneOrHasNoAddressThatIsTheirs() {
        var bob = newUser();
        addresses.put(bob, "bob@example.com");
        set(bob, NotificationSettings.newBuilder().addEmailTopics("purchases"));
        addresses.remove(bob);

        tell(ann, Kind.PURCHASES);
        tell(bob, Kind.PURCHASES);

        told(ann, 1);
        told(bob, 1);
        awaitQuiet();
        assertThat(pushed).isEmpty();
    }

    @Test
    void sendsNoneToWhoEndedThemByTheirToken() {
        set(ann, NotificationSettings.newBuilder().addEmailTopics("purchases").addEmailTopics("moderation"));
        tell(ann, Kind.MODERATION);
        await().until(() -> pushed.size() == 1);
        var url = pushed.getFirst().getUnsubscribeUrl();
        var token = url.substring(url.lastIndexOf('/') + 1, url.lastIndexOf(':'));

        assertInvalid(() -> unsubscribe(token, "List-Unsubscribe=No"), "form");
        assertInvalid(() -> unsubscribe(token, ""), "form");
        tell(ann, Kind.PURCHASES);
        await().until(() -> pushed.size() == 2);
        unsubscribe("nobody");
        unsubscribe(token);
        unsubscribe(token);

        tell(ann, Kind.PURCHASES);
        told(ann, 3);
        awaitQuiet();
        assertThat(pushed).hasSize(2);
        // who wants them again is known by the same token
        assertThat(set(ann, NotificationSettings.newBuilder().addEmailTopics("purchases"))
                        .getEmailTopicsList())
                .containsExactly("purchases");
        tell(ann, Kind.PURCHASES);
        await().until(() -> pushed.size() == 3);
        assertThat(pushed.getLast().getUnsubscribeUrl()).isEqualTo(url);
    }

    @Test
    void sendsTheSameOneAgainUntilItHasLeft() {
        set(ann, NotificationSettings.newBuilder().addEmailTopics("purchases"));
        var asked = new AtomicInteger();
        answer(_ -> asked.incrementAndGet() == 1
                ? Delivery.newBuilder()
                        .setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_RETRY)
                        .setRetryAfter(Duration.newBuilder().setSeconds(1))
                : Delivery.newBuilder().setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED));

        tell(ann, Kind.PURCHASES);

        await().until(() -> pushed.size() == 1);
        awaitQuiet();
        assertThat(asked).hasValue(2);
        assertThat(pushed).extracting(OutgoingMessage::getEmail).containsExactly("ann@example.com");
    }

    @Test
    void waitsForUserService() {
        set(ann, NotificationSettings.newBuilder().addEmailTopics("purchases"));
        userTwin.is(ServiceTwin.Mood.DOWN);
        tell(ann, Kind.PURCHASES);
        told(ann, 1);

        userTwin.is(ServiceTwin.Mood.WELL);

        await().until(() -> {
            clock.advance(java.time.Duration.ofMinutes(1));
            return pushed.size() == 1;
        });
    }

    @Test
    void sendsNoneThatIsADayOld() {
        set(ann, NotificationSettings.newBuilder().addEmailTopics("purchases"));
        tell(ann, Kind.PURCHASES, java.time.Duration.ofDays(2));

        told(ann, 1);
        awaitQuiet();
        assertThat(pushed).isEmpty();
    }

    @Test
    void takesOnlyTopicsThatAreWorthAnEmail() {
        assertInvalid(
                () -> set(ann, NotificationSettings.newBuilder().addEmailTopics("breaking")),
                "settings.emailTopics[0]");
    }

    @Test
    void promisesNoneToWhoHasShownNoAddressToBeTheirs() {
        var bob = newUser();

        // an earlier outage may still be believed
        await().untilAsserted(() -> assertRefused(
                "EMAIL_NOT_VERIFIED",
                () -> set(bob, NotificationSettings.newBuilder().addEmailTopics("purchases")),
                "settings.emailTopics"));

        set(bob, NotificationSettings.newBuilder());
        userTwin.is(ServiceTwin.Mood.DOWN);
        assertThat(set(bob, NotificationSettings.newBuilder().addEmailTopics("purchases"))
                        .getEmailTopicsList())
                .containsExactly("purchases");
    }

    private void tell(String userId, Kind kind) {
        tell(userId, kind, java.time.Duration.ZERO);
    }

    private void tell(String userId, Kind kind, java.time.Duration age) {
        tell(userId, kind, "/orders/1", age);
    }

    private void tell(String userId, Kind kind, String link, java.time.Duration age) {
        transaction.executeWithoutResult(_ -> telling.begin(new Story(
                telling.nextId(),
                "tests/" + UUID.randomUUID(),
                link,
                kind,
                3,
                "About " + kind,
                "It is so.",
                List.of(Story.user(userId)),
                now().minus(age))));
    }

    private void unsubscribe(String token) {
        unsubscribe(token, "List-Unsubscribe=One-Click");
    }

    private void unsubscribe(String token, String form) {
        var unused = EmailServiceGrpc.newBlockingStub(callee.anonymous())
                .unsubscribeEmails(UnsubscribeEmailsRequest.newBuilder()
                        .setToken(token)
                        .setForm(HttpBody.newBuilder()
                                .setContentType("application/x-www-form-urlencoded")
                                .setData(ByteString.copyFromUtf8(form)))
                        .build());
    }

    private BatchGetContactsResponse contacts(BatchGetContactsRequest request) {
        var response = BatchGetContactsResponse.newBuilder();
        request.getIdsList().stream()
                .filter(addresses::containsKey)
                .forEach(id -> response.addContacts(
                        UserContact.newBuilder().setUserId(id).setEmail(addresses.get(id))));
        return response.build();
    }
}
