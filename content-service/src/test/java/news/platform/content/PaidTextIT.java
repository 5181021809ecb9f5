package news.platform.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.event.EventTypes;
import news.platform.security.RightsClaim;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/**
 * Text that is paid for reaches nobody without a right to it: not by any rpc of the contract, whatever it is asked for, not by
 * an event, not by the log. Rpcs and events are those that there are, so a new one is looked at, too.
 */
@ExtendWith(OutputCaptureExtension.class)
class PaidTextIT extends ContentServiceTest {
    @Autowired
    private ApplicationContext service;

    /** A word that stands in the paid part of one article and nowhere else. */
    private final String word = "paid" + UUID.randomUUID().toString().replace("-", "");

    private final String tag = freshTag();

    @Test
    void reachesNobodyWithoutARight(CapturedOutput log) {
        var id = published(story().setTitle(tag)
                        .setBodyHtml("<p>" + "Open to all. ".repeat(30) + "</p><p>Then " + word + " follows.</p>")
                        .setPremium(true)
                        .addTags(tag))
                .getId();
        editor().updateArticle(UpdateArticleRequest.newBuilder()
                .setArticleId(id)
                .setArticle(ArticleChange.newBuilder().setSummary("Changed."))
                .build());

        var answered = new TreeMap<String, String>();
        callers().forEach((who, channel) -> methods().forEach(method -> {
            var said = said(method, channel, id);
            assertThat(said).as("%s by %s", method.getFullMethodName(), who).doesNotContain(word);
            answered.merge(method.getBareMethodName(), said, String::concat);
        }));

        // what was called did show the article, and whoever may gets the word
        assertThat(answered.entrySet().stream()
                        .filter(answer -> answer.getValue().contains(tag))
                        .map(Map.Entry::getKey))
                .contains(
                        "GetArticle",
                        "ListArticles",
                        "BatchGetArticles",
                        "GetRss",
                        "GetAtom",
                        "GetJsonFeed",
                        "GetNewsSitemap");
        assertThat(methods().map(method -> said(method, callee.as(TestTokens.user("ed", "editor")), id)))
                .anyMatch(said -> said.contains(word));
        assertThat(told()).isNotEmpty().noneMatch(event -> event.contains(word));
        assertThat(log.getAll()).doesNotContain(word);
    }

    /** Everybody who has no right to this article. */
    private Map<String, Channel> callers() {
        return Map.of(
                "nobody known", callee.anonymous(),
                "a reader", callee.as(TestTokens.user("reader-1", "reader")),
                "a moderator", callee.as(TestTokens.user("moderator-1", "moderator")),
                "who has something else",
                        callee.as(TestTokens.with(claims -> claims.subject("someone")
                                .claim("roles", List.of("reader"))
                                .claim(RightsClaim.NAME, Map.of("version", 1, "some", List.of(List.of(0)))))),
                "whose right has ended",
                        callee.as(TestTokens.with(claims -> claims.subject("late")
                                .claim("roles", List.of("reader"))
                                .claim(RightsClaim.NAME, Map.of("version", 1, "everything", List.of(List.of(0, 1)))))));
    }

    private Stream<MethodDescriptor<Message, Message>> methods() {
        return service.getBeansOfType(BindableService.class).values().stream()
                .map(bean -> bean.bindService().getServiceDescriptor())
                .filter(descriptor -> descriptor.getName().startsWith("news.platform."))
                .flatMap(descriptor -> descriptor.getMethods().stream())
                .map(PaidTextIT::typed);
    }

    /** The answer in its bytes, or the refusal with all that came with it. */
    private String said(MethodDescriptor<Message, Message> method, Channel channel, String articleId) {
        var prototype = (MethodDescriptor.PrototypeMarshaller<Message>) method.getRequestMarshaller();
        var request = request(Objects.requireNonNull(prototype.getMessagePrototype()), articleId);
        try {
            var answer = ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, request);
            return answer.toByteString().toString(StandardCharsets.UTF_8);
        } catch (StatusRuntimeException e) {
            return e.getStatus() + " " + e.getTrailers();
        }
    }

    /** Asks for this article wherever something can be asked for. */
    private Message request(Message empty, String articleId) {
        var request = empty.newBuilderForType();
        for (FieldDescriptor field : request.getDescriptorForType().getFields()) {
            if (field.getJavaType() != JavaType.STRING) {
                continue;
            }
            if (field.getName().endsWith("ids")) {
                request.addRepeatedField(field, articleId);
            } else if (field.getName().endsWith("id")) {
                request.setField(field, articleId);
            } else if (field.getName().equals("channel")) {
                request.setField(field, "global");
            } else if (field.getName().equals("tag")) {
                request.setField(field, tag);
            }
        }
        return request.build();
    }

    /** Whatever was told of articles, in words. */
    private List<String> told() {
        var told = new ArrayList<String>();
        ArticlePublished.getDescriptor().getFile().getMessageTypes().stream()
                .filter(message -> EventTypes.find(message).isPresent())
                .forEach(message -> events.of(DynamicMessage.getDefaultInstance(message))
                        .forEach(event -> told.add(event.toString())));
        return told;
    }

    @SuppressWarnings("unchecked") // the contract's methods take and answer messages
    private static MethodDescriptor<Message, Message> typed(MethodDescriptor<?, ?> method) {
        return (MethodDescriptor<Message, Message>) method;
    }
}
