package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.hot.Client.Got;
import news.platform.gateway.hot.method.HotMethod;
import news.platform.gateway.hot.method.HotMethods;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Every method of the contract whose answers are kept, asked by everybody at once: each body says for whom it is good, and no
 * asker ever sees another's. What is each caller's own says so, too.
 */
@HotTest
@TestPropertySource(properties = "test.context=entitlement")
class HotEntitlementIT {

    private static final int READERS = 8;
    private static final int REQUESTS_EACH = 250;

    @LocalServerPort
    private int port;

    @Autowired
    private Contract contract;

    @Autowired
    private HotMethods methods;

    @Autowired
    private Twin twin;

    /** Who asks, and what they get where it depends on that. */
    private static final Map<String, List<String>> ASKERS = Map.of(
            "full",
            List.of(
                    "Bearer " + TestTokens.user("ed", "editor"),
                    "Bearer " + TestTokens.user("root", "admin"),
                    Tokens.everything("ada", 1, Instant.now()),
                    Tokens.everything("alan", 1, Instant.now())),
            "personal",
            List.of(Tokens.some("per", 1, Instant.now()), Tokens.some("sonal", 1, Instant.now())),
            "preview",
            List.of("", "Bearer " + TestTokens.user("rea", "reader"), Tokens.nothing("rob", 1, Instant.now())));

    private Client client;

    @BeforeEach
    void script() {
        client = new Client(port);
        contract.methods()
                .forEach(method -> twin.script(method.name(), request -> {
                    var asker = Twin.asker();
                    asker.header("x-entitlement-class", asker.audience());
                    return marked(method.response(), "<" + asker.audience() + ">", 3);
                }));
    }

    @Test
    void givesEveryAskerTheAnswerOfTheOwnClassForEveryKeptMethod() {
        List<HotMethod> kept = methods.all();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(4);

        for (HotMethod method : kept) {
            if (!method.method().policy().produces().isEmpty()) {
                // feeds and the like are the same for everybody: HotFeedsIT reads them
                assertThat(method.rules().vary()).as(method.method().name()).isEmpty();
                continue;
            }
            String path = path(method);
            boolean varies = !method.rules().vary().isEmpty();
            Queue<String> wrong = new ConcurrentLinkedQueue<>();
            Map<String, Integer> seen = new ConcurrentHashMap<>();
            try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < READERS; i++) {
                    readers.submit(() -> read(path, varies, wrong, seen));
                }
            }
            assertThat(wrong).as(path).isEmpty();
            assertThat(seen.keySet()).as(path).isEqualTo(varies ? ASKERS.keySet() : Set.of("preview"));
        }
    }

    private void read(String path, boolean varies, Queue<String> wrong, Map<String, Integer> seen) {
        var random = ThreadLocalRandom.current();
        var kinds = List.copyOf(ASKERS.keySet());
        for (int i = 0; i < REQUESTS_EACH; i++) {
            String kind = kinds.get(random.nextInt(kinds.size()));
            List<String> askers = Objects.requireNonNull(ASKERS.get(kind));
            String asker = askers.get(random.nextInt(askers.size()));
            Got got = asker.isEmpty() ? client.get(path) : client.get(path, "Authorization", asker);
            String expected = varies ? kind : "preview";
            seen.merge(expected, 1, Integer::sum);
            if (got.status() != 200
                    || !got.body().contains("<" + expected + ">")
                    || ASKERS.keySet().stream()
                            .anyMatch(other ->
                                    !other.equals(expected) && got.body().contains(other))
                    || !got.header("Cache-Control").startsWith(varies && !asker.isEmpty() ? "private" : "public")) {
                wrong.add(expected + " asked, got " + got.status() + " " + got.header("Cache-Control") + " "
                        + got.body().substring(0, Math.min(200, got.body().length())));
            }
        }
    }

    /** With something in each list and each text that must not be empty. */
    private static String path(HotMethod method) {
        var binding = method.method().bindings().getFirst();
        var path = binding.template().text().replaceAll("\\{[^}]*}", "one");
        List<String> query = new ArrayList<>();
        for (FieldDescriptor field : binding.queryFields()) {
            if (field.getJavaType() == JavaType.STRING && (field.isRepeated() || mustBeSaid(field))) {
                query.add(field.getJsonName() + "=" + taken(field));
            }
        }
        if (method.method().name().endsWith("ListComments")) {
            query.add("target=articles/one");
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String taken(FieldDescriptor field) {
        var rules = field.getOptions().getExtension(ValidateProto.field);
        var text = field.isRepeated() ? rules.getRepeated().getItems().getString() : rules.getString();
        return Stream.of("one", "US")
                .filter(value ->
                        Pattern.compile(text.getPattern()).matcher(value).find())
                .findFirst()
                .orElseThrow();
    }

    private static boolean mustBeSaid(FieldDescriptor field) {
        return field.getOptions().getExtension(ValidateProto.field).getString().getMinLen() > 0;
    }

    private static Message marked(Message empty, String marker, int depth) {
        Message.Builder builder = empty.newBuilderForType();
        for (FieldDescriptor field : builder.getDescriptorForType().getFields()) {
            Object value = null;
            if (field.getJavaType() == JavaType.STRING) {
                value = marker;
            } else if (field.getJavaType() == JavaType.MESSAGE
                    && !field.isMapField()
                    && depth > 0
                    && !field.getMessageType().getFullName().startsWith("google.")) {
                value = marked(builder.newBuilderForField(field).build(), marker, depth - 1);
            }
            if (value != null && field.isRepeated()) {
                builder.addRepeatedField(field, value);
            } else if (value != null) {
                builder.setField(field, value);
            }
        }
        return builder.build();
    }
}
