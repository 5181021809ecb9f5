package news.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Duration;
import java.util.List;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.Fallback;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.edge.v1.Priority;
import news.platform.edge.v1.Rate;
import news.platform.error.v1.Kind;
import news.platform.error.v1.ReasonProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Options promise something, too: what was released is kept, see ADR 10. */
class CompatibilityTest {
    @Test
    void keepsWhatWasReleasedOrSaysThatItIsMeant() {
        var released = ContractSet.of(ContractSet.read(Releases.last()));

        assertThat(Compatibility.problems(released, ContractSet.now()))
                .as("incompatible changes, compared with contracts/released/accepted-changes.txt")
                .containsExactlyInAnyOrderElementsOf(Releases.accepted());
    }

    @ParameterizedTest
    @MethodSource("incompatible")
    void findsEachIncompatibleChange(String problem, ContractEdit change) {
        assertThat(Compatibility.problems(ContractSet.now(), change.made()))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @ParameterizedTest
    @MethodSource("compatible")
    void allowsWhatBreaksNobody(ContractEdit change) {
        assertThat(Compatibility.problems(ContractSet.now(), change.made())).isEmpty();
    }

    static List<Arguments> incompatible() {
        return List.of(
                Arguments.of(
                        "PublishArticle: access: ACCESS_ROLES became ACCESS_USER",
                        edit().policy("PublishArticle", policy -> policy.setAccess(Access.ACCESS_USER))),
                Arguments.of(
                        "GetArticle: access: ACCESS_OPTIONAL became ACCESS_USER",
                        edit().policy("GetArticle", policy -> policy.setAccess(Access.ACCESS_USER))),
                Arguments.of(
                        "PublishArticle: roles: [admin, editor] became [admin]",
                        edit().policy("PublishArticle", policy -> policy.clearRoles()
                                .addRoles("admin"))),
                Arguments.of(
                        "PublishArticle: roles: [admin, editor] became [admin, editor, reader]",
                        edit().policy("PublishArticle", policy -> policy.addRoles("reader"))),
                Arguments.of(
                        "GetArticle: callers: [] became [thirdparty]",
                        edit().policy("GetArticle", policy -> policy.addCallers("thirdparty"))),
                Arguments.of(
                        "GetArticle: deadline: PT2S became PT1S",
                        edit().policy("GetArticle", policy -> policy.setDeadline(seconds(1)))),
                Arguments.of(
                        "CreateArticle: success_status: 201 became 200",
                        edit().policy("CreateArticle", policy -> policy.clearSuccessStatus())),
                Arguments.of(
                        "CreateArticle: idempotency_key",
                        edit().policy(
                                        "CreateArticle",
                                        policy -> policy.setIdempotencyKey(IdempotencyKey.IDEMPOTENCY_KEY_REQUIRED))),
                Arguments.of(
                        "CreateArticle: idempotency_key",
                        edit().policy("CreateArticle", policy -> policy.clearIdempotencyKey())),
                Arguments.of("GetArticle: cache.vary", edit().cache("GetArticle", cache -> cache.clearVary())),
                Arguments.of(
                        "PublishArticle: idempotency_level: weaker",
                        edit().method("PublishArticle", method -> method.getOptionsBuilder()
                                .setIdempotencyLevel(IdempotencyLevel.IDEMPOTENCY_UNKNOWN))),
                Arguments.of(
                        "GetArticle: route: GET /api/v1/articles/{*} body \"\", answer \"article\" is gone",
                        edit().route("GetArticle", rule -> rule.setGet("/api/v2/articles/{article_id}"))),
                Arguments.of("GetArticle: route", edit().route("GetArticle", rule -> rule.clearResponseBody())),
                Arguments.of(
                        "topic news.content.article.v1: gone, or other partitions",
                        edit().topic("ArticlePublished", topic -> topic.setPartitions(7))),
                Arguments.of(
                        "ArticlePublished: event: its type",
                        edit().event("ArticlePublished", event -> event.setType("news.content.article.out.v1"))),
                Arguments.of(
                        "ArticlePublished: event: its type",
                        edit().message("ArticlePublished", message -> message.clearOptions())),
                Arguments.of(
                        "ContentReason: ARTICLE_RECALLED: its kind changed",
                        edit().enumValue("ARTICLE_RECALLED", value -> value.getOptionsBuilder()
                                .setExtension(ReasonProto.kind, Kind.KIND_NOT_FOUND))),
                Arguments.of(
                        "CreateArticleRequest.title: rule: string.max_len became stricter",
                        edit().rules("CreateArticleRequest", "title", rules -> rules.getStringBuilder()
                                .setMaxLen(299))),
                Arguments.of(
                        "CreateArticleRequest.title: rule: string.min_len became stricter",
                        edit().rules("CreateArticleRequest", "title", rules -> rules.getStringBuilder()
                                .setMinLen(2))),
                Arguments.of(
                        "CreateArticleRequest.lang: rule: string.pattern became stricter",
                        edit().rules("CreateArticleRequest", "lang", rules -> rules.getStringBuilder()
                                .setPattern("^.+$"))),
                Arguments.of(
                        "CreateArticleRequest.summary: rule: required is new",
                        edit().rules("CreateArticleRequest", "summary", rules -> rules.setRequired(true))),
                Arguments.of(
                        "CreateArticleRequest.tags: rule: repeated.items.string.max_len became stricter",
                        edit().rules("CreateArticleRequest", "tags", rules -> rules.getRepeatedBuilder()
                                .getItemsBuilder()
                                .getStringBuilder()
                                .setMaxLen(10))),
                Arguments.of(
                        "UpdateUserRolesRequest.roles: rule: repeated.items.string.in became stricter",
                        edit().rules("UpdateUserRolesRequest", "roles", rules -> rules.getRepeatedBuilder()
                                .getItemsBuilder()
                                .getStringBuilder()
                                .clearIn()
                                .addIn("reader"))),
                Arguments.of(
                        "CreateArticleRequest.desk: rule: string.min_len demands a field that is new",
                        newField(FieldRules.newBuilder()
                                .setString(StringRules.newBuilder().setMinLen(1))
                                .build())));
    }

    static List<ContractEdit> compatible() {
        return List.of(
                edit(),
                edit().policy("GetArticle", policy -> policy.setDeadline(seconds(3))),
                edit().policy("GetArticle", policy -> policy.setMaxConcurrent(8)
                        .setFallback(Fallback.FALLBACK_NONE)
                        .setRate(Rate.RATE_SEARCH)
                        .setPriority(Priority.PRIORITY_NORMAL)),
                edit().cache("GetArticle", cache -> cache.setMaxAge(seconds(60))),
                edit().policy("GetArticle", policy -> policy.clearCache().clearFallback()),
                edit().policy("CreateArticle", policy -> policy.setSuccessStatus(201)),
                edit().policy(
                                "DeleteProfile",
                                policy -> policy.setIdempotencyKey(IdempotencyKey.IDEMPOTENCY_KEY_OPTIONAL)),
                edit().route("GetArticle", rule -> rule.setGet("/api/v1/articles/{article_id=*}")
                        .addAdditionalBindings(rule.build().toBuilder().setGet("/api/v1/stories/{article_id}"))),
                edit().withoutOption("RecallArticle", ReasonProto.reasons),
                edit().rules("CreateArticleRequest", "title", rules -> rules.getStringBuilder()
                        .setMaxLen(400)),
                edit().rules("CreateArticleRequest", "lang", rules -> rules.getStringBuilder()
                        .clearPattern()),
                edit().rules("UpdateUserRolesRequest", "roles", rules -> rules.getRepeatedBuilder()
                        .getItemsBuilder()
                        .getStringBuilder()
                        .addIn("owner")),
                edit().rules("User", "display_name", rules -> rules.getStringBuilder()
                        .setMaxLen(1)),
                newField(FieldRules.newBuilder()
                        .setString(StringRules.newBuilder().setMaxLen(10))
                        .build()));
    }

    private static ContractEdit edit() {
        return new ContractEdit();
    }

    private static Duration seconds(int seconds) {
        return Duration.newBuilder().setSeconds(seconds).build();
    }

    private static ContractEdit newField(FieldRules rules) {
        return edit().message(
                        "CreateArticleRequest",
                        message -> message.addField(FieldDescriptorProto.newBuilder()
                                .setName("desk")
                                .setNumber(99)
                                .setType(FieldDescriptorProto.Type.TYPE_STRING)
                                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                                .setOptions(FieldOptions.newBuilder().setExtension(ValidateProto.field, rules))));
    }
}
