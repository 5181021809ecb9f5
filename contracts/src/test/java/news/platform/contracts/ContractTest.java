package news.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.MessageRules;
import build.buf.validate.Rule;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Duration;
import java.util.List;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.Fallback;
import news.platform.edge.v1.StreamPolicy;
import news.platform.error.v1.ReasonProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract keeps its rules, and each rule is shown to bite on a copy that breaks it. */
class ContractTest {
    @Test
    void keepsItsRules() {
        assertThat(ContractRules.problems(ContractSet.now())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsEachFault(String problem, ContractEdit fault) {
        assertThat(ContractRules.problems(fault.made()))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    static List<Arguments> faults() {
        return List.of(
                Arguments.of(
                        "ListArticles: policy.cache.purges: news.content.article.publishd.v1 is no event",
                        edit().cache("ListArticles", cache -> cache.getPurgesBuilder(0)
                                .setEvent("news.content.article.publishd.v1"))),
                Arguments.of(
                        "PublishArticle: policy.roles: editr is no role",
                        edit().policy("PublishArticle", policy -> policy.setRoles(0, "editr"))),
                Arguments.of(
                        "GetProfile: policy.fallback: FALLBACK_STALE without a cache",
                        edit().policy("GetProfile", policy -> policy.setFallback(Fallback.FALLBACK_STALE))),
                Arguments.of(
                        "GetProfile: policy.cache: only ACCESS_PUBLIC and ACCESS_OPTIONAL are cached",
                        edit().cache(
                                        "GetProfile",
                                        cache -> cache.setMaxAge(
                                                Duration.newBuilder().setSeconds(5)))),
                Arguments.of(
                        "GetArticle: policy.cache.tag_paths",
                        edit().cache("GetArticle", cache -> cache.addTagPaths("article.nothing"))),
                Arguments.of(
                        "GetProfile: policy.roles: roles without ACCESS_ROLES",
                        edit().policy("GetProfile", policy -> policy.addRoles("admin"))),
                Arguments.of(
                        "PublishArticle: policy.roles: no role may call it",
                        edit().policy("PublishArticle", policy -> policy.clearRoles())),
                Arguments.of(
                        "GetProfile: policy.callers: callers without ACCESS_INTERNAL",
                        edit().policy("GetProfile", policy -> policy.addCallers("content"))),
                Arguments.of(
                        "GetProfile: policy.callers: no service may call it",
                        edit().policy("GetProfile", policy -> policy.setAccess(Access.ACCESS_INTERNAL))),
                Arguments.of(
                        "GetProfile: policy.callers: thirdparty is no service that calls user by platform.json",
                        edit().policy("GetProfile", policy -> policy.setAccess(Access.ACCESS_INTERNAL)
                                .addCallers("thirdparty"))),
                Arguments.of(
                        "GetProfile: policy.callers: gateway is no service",
                        edit().policy("GetProfile", policy -> policy.setAccess(Access.ACCESS_INTERNAL)
                                .addCallers("gateway"))),
                Arguments.of(
                        "GetArticle: policy.access: an internal method has an HTTP rule",
                        edit().policy("GetArticle", policy -> policy.setAccess(Access.ACCESS_INTERNAL))),
                Arguments.of(
                        "ListChannels: policy.stream: does not fit the rpc", stream(policy -> policy.clearStream())),
                Arguments.of("ListChannels: policy.stream.mode: not stated", stream(policy -> {})),
                Arguments.of("ListChannels: policy.stream.id_field: not stated", stream(policy -> {})),
                Arguments.of("ListChannels: policy.stream.covers_field: not stated", stream(policy -> {})),
                Arguments.of("ListChannels: policy.stream.resume_field: not stated", stream(policy -> {})),
                Arguments.of(
                        "policy.stream.event_field: \"channels\" is not one text",
                        stream(policy -> policy.getStreamBuilder().setEventField("channels"))),
                Arguments.of(
                        "policy.stream.filters.request_field: \"nothing\" is no field",
                        stream(policy -> policy.getStreamBuilder()
                                .addFiltersBuilder()
                                .setRequestField("nothing")
                                .setMessageField("channels"))),
                Arguments.of("ListChannels: policy.rate: not RATE_STREAM", stream(policy -> {})),
                Arguments.of(
                        "GetArticle: reasons: ARTICLE_NOT_FUND is none",
                        edit().method("GetArticle", method -> method.getOptionsBuilder()
                                .addExtension(ReasonProto.reasons, "ARTICLE_NOT_FUND"))),
                Arguments.of(
                        "GetArticle: reasons: EMAIL_TAKEN is none",
                        edit().method("GetArticle", method -> method.getOptionsBuilder()
                                .addExtension(ReasonProto.reasons, "EMAIL_TAKEN"))),
                Arguments.of(
                        "ListArticles: reasons: BAD_PAGE_TOKEN is missing",
                        edit().withoutOption("ListArticles", ReasonProto.reasons)),
                Arguments.of(
                        "UpdateProfile: reasons: ETAG_MISMATCH is missing",
                        edit().withoutOption("UpdateProfile", ReasonProto.reasons)),
                Arguments.of(
                        "ContentReason: ARTICLE_RECALLED has no kind",
                        edit().enumValue("ARTICLE_RECALLED", value -> value.clearOptions())),
                Arguments.of(
                        "ContentReason: ARTICLE_NOT_PUBLISHED is answered by no method",
                        edit().withoutOption("RecallArticle", ReasonProto.reasons)),
                Arguments.of(
                        "event option: nothing",
                        edit().event("ArticlePublished", event -> event.setSubjectField("nothing"))),
                Arguments.of(
                        "ArticlePublished: event option: no version_field",
                        edit().event("ArticlePublished", event -> event.clearVersionField())),
                Arguments.of(
                        "PushFeedItems: policy.signed.headers: ACCESS_SIGNED without headers",
                        edit().policy("PushFeedItems", policy -> policy.clearSigned())),
                Arguments.of(
                        "PushFeedItems: policy.signed.headers: \"X-Partner-Id\" is no lower-case name",
                        edit().policy("PushFeedItems", policy -> policy.getSignedBuilder()
                                .setHeaders(0, "X-Partner-Id"))),
                Arguments.of(
                        "PushFeedItems: policy.consumes: stated where",
                        edit().policy("PushFeedItems", policy -> policy.clearConsumes())),
                Arguments.of(
                        "GetProfile: policy.produces: stated where",
                        edit().policy("GetProfile", policy -> policy.addProduces("text/plain"))),
                Arguments.of(
                        "\"json\" is no media type",
                        edit().policy("PushFeedItems", policy -> policy.setConsumes(0, "json"))),
                Arguments.of(
                        "RecallArticle: policy.signal: RecallArticleRequest is no event",
                        edit().policy("RecallArticle", policy -> policy.setSignal(true))),
                Arguments.of(
                        "which its file does not declare",
                        edit().topic("ArticlePublished", topic -> topic.setName("news.content.articles.v1"))),
                Arguments.of(
                        "topic news.content.articles.v1: no event of the file goes there",
                        edit().topic("ArticlePublished", topic -> topic.setName("news.content.articles.v1"))),
                Arguments.of(
                        "topic news.user.user.v1: not of the domain content",
                        edit().topic("ArticlePublished", topic -> topic.setName("news.user.user.v1"))),
                Arguments.of(
                        "topic news.user.session.v1: declared twice",
                        edit().topic("UserDeleted", topic -> topic.setName("news.user.session.v1"))),
                Arguments.of(
                        "topic news.content.article.v1: partitions: 0 (expected: >= 1)",
                        edit().topic("ArticlePublished", topic -> topic.clearPartitions())),
                Arguments.of(
                        "topic news.content.article.v1: retention: 0 s (expected: >= 86400",
                        edit().topic("ArticlePublished", topic -> topic.clearRetention())),
                Arguments.of(
                        "ListArticlesRequest: rule range.from: is missing",
                        edit().message("ListArticlesRequest", message -> message.clearOptions())),
                Arguments.of(
                        "ListArticlesRequest: rule range.times: does not end with a field",
                        edit().message("ListArticlesRequest", message -> message.getOptionsBuilder()
                                .setExtension(
                                        ValidateProto.message,
                                        MessageRules.newBuilder()
                                                .addCel(Rule.newBuilder().setId("range.times"))
                                                .build()))),
                Arguments.of(
                        "UpdateUserRolesRequest: roles: not those of news.platform.user.v1.Role",
                        edit().rules("UpdateUserRolesRequest", "roles", rules -> rules.getRepeatedBuilder()
                                .getItemsBuilder()
                                .getStringBuilder()
                                .addIn("owner"))));
    }

    private static ContractEdit edit() {
        return new ContractEdit();
    }

    /** A method turned into a stream that states nothing. */
    private static ContractEdit stream(java.util.function.Consumer<news.platform.edge.v1.MethodPolicy.Builder> change) {
        return edit().method("ListChannels", method -> method.setServerStreaming(true))
                .policy("ListChannels", policy -> {
                    policy.clearCache().clearFallback().setStream(StreamPolicy.getDefaultInstance());
                    change.accept(policy);
                });
    }
}
