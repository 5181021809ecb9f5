package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
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
 * Every method of the contract whose answers are kept, asked by everybody at once: each body carries the class that it was
 * made for, and no asker ever sees another class's. What is each caller's own is made for that class, too.
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

    private final List<String> fullTokens = Stream.of("ed", "ada", "root")
            .map(id -> TestTokens.user(id, id.equals("root") ? "admin" : "editor"))
            .toList();
    private final List<String> previewTokens =
            Stream.of("rea", "rob").map(id -> TestTokens.user(id, "reader")).toList();

    private Client client;

    @BeforeEach
    void script() {
        client = new Client(port);
        contract.methods()
                .forEach(method -> twin.script(method.name(), request -> {
                    var asker = Twin.asker();
                    asker.header("x-entitlement-class", asker.entitlement());
                    return marked(method.response(), "<" + asker.entitlement() + ">", 3);
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
            assertThat(seen).as(path).containsKey("preview");
            assertThat(seen.containsKey("full")).as(path).isEqualTo(varies);
        }
    }

    private void read(String path, boolean varies, Queue<String> wrong, Map<String, Integer> seen) {
        for (int i = 0; i < REQUESTS_EACH; i++) {
            int kind = ThreadLocalRandom.current().nextInt(3);
            boolean full = kind == 0;
            Got got = kind == 2 ? client.get(path) : client.get(path, "Authorization", "Bearer " + token(full));
            String expected = varies && full ? "full" : "preview";
            seen.merge(expected, 1, Integer::sum);
            if (got.status() != 200
                    || !got.body().contains("<" + expected + ">")
                    || got.body().contains(expected.equals("full") ? "preview" : "full")
                    || !got.header("Cache-Control").startsWith(varies && kind != 2 ? "private" : "public")) {
                wrong.add(expected + " asked, got " + got.status() + " " + got.header("Cache-Control") + " "
                        + got.body().substring(0, Math.min(200, got.body().length())));
            }
        }
    }

    private String token(boolean full) {
        List<String> tokens = full ? fullTokens : previewTokens;
        return tokens.get(ThreadLocalRandom.current().nextInt(tokens.size()));
    }

    /** With something in each list that must not be empty. */
    private static String path(HotMethod method) {
        var binding = method.method().bindings().getFirst();
        var path = binding.template().text().replaceAll("\\{[^}]*}", "one");
        List<String> query = new ArrayList<>();
        for (FieldDescriptor field : binding.queryFields()) {
            if (field.isRepeated() && field.getJavaType() == JavaType.STRING) {
                query.add(field.getJsonName() + "=one");
            }
        }
        if (method.method().name().endsWith("ListComments")) {
            query.add("target=articles/one");
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
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
