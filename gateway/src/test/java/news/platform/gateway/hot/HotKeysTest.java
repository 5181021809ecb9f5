package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.hot.memory.HotKey;
import news.platform.gateway.hot.method.HotMethod;
import news.platform.gateway.hot.method.HotMethods;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requests generated from the descriptors of every kept method: those that ask the same in other words must share an entry,
 * those that ask for anything else must not.
 */
@HotTest
class HotKeysTest {

    private static final int ROUNDS = 200;
    private static final long SEED = 20_261_121;

    @Autowired
    private HotMethods methods;

    @Autowired
    private Targets targets;

    private final Random random = new Random(SEED);

    /** The meaning of a request: what each parameter is, defaults left out. */
    private record Meaning(String method, List<String> path, Map<String, List<String>> query) {}

    @Test
    void sharesAnEntryExactlyWhereTheMeaningIsTheSame() {
        Map<Meaning, HotKey> keys = new HashMap<>();
        Map<HotKey, Meaning> meanings = new HashMap<>();
        for (HotMethod method : methods.all()) {
            for (int round = 0; round < ROUNDS; round++) {
                Meaning meaning = meaning(method);
                HotKey first = key(spell(method, meaning, false));
                HotKey second = key(spell(method, meaning, true));

                assertThat(second).as(meaning.toString()).isEqualTo(first).hasSameHashCodeAs(first);
                assertThat(keys.getOrDefault(meaning, first)).isEqualTo(first);
                assertThat(meanings.getOrDefault(first, meaning)).isEqualTo(meaning);
                keys.put(meaning, first);
                meanings.put(first, meaning);
            }
        }
        assertThat(meanings).hasSizeGreaterThan(200).hasSameSizeAs(keys.keySet());
    }

    @Test
    void keepsWhatIsPaidForApart() {
        Target target = find("/api/v1/articles/a");

        assertThat(target.full())
                .isNotEqualTo(target.shared())
                .isEqualTo(find("/api/v1/articles/a").full());
    }

    @Test
    void keepsTheWantedFieldsApartButNotTheirOrder() {
        HotKey both = key("/api/v1/articles/a?fields=title,id");

        assertThat(key("/api/v1/articles/a?fields=id,title")).isEqualTo(both);
        assertThat(key("/api/v1/articles/a?fields=id")).isNotEqualTo(both);
        assertThat(key("/api/v1/articles/a")).isNotEqualTo(both);
    }

    @Test
    void leavesTheCaseOfEverythingAlone() {
        assertThat(key("/api/v1/articles/A")).isNotEqualTo(key("/api/v1/articles/a"));
        assertThat(key("/api/v1/articles?tag=A")).isNotEqualTo(key("/api/v1/articles?tag=a"));
        assertThat(targets.find("/api/v1/Articles", null)).isNull();
        assertThat(targets.find("/api/v1/articles", "Tag=a")).isNull();
    }

    @Test
    void leavesWhatTheMethodDoesNotDeclareToTheChain() {
        assertThat(targets.find("/api/v1/articles", "utm_source=x")).isNull();
        assertThat(targets.find("/api/v1/articles", "pageSize=many")).isNull();
        assertThat(targets.find("/api/v1/articles/a", "articleId=b")).isNull();
        assertThat(targets.find("/api/v1/me", null)).isNull();
        assertThat(targets.find("/nothing", null)).isNull();
    }

    private Meaning meaning(HotMethod method) {
        HttpBinding binding = method.method().bindings().getFirst();
        List<String> path =
                binding.pathVariables().stream().map(variable -> text(true)).toList();
        Map<String, List<String>> query = new TreeMap<>();
        for (FieldDescriptor field : binding.queryFields()) {
            if (random.nextBoolean() && supported(field)) {
                List<String> values = values(field);
                if (!values.isEmpty()) {
                    query.put(field.getJsonName(), values);
                }
            }
        }
        return new Meaning(method.method().name(), path, query);
    }

    private static boolean supported(FieldDescriptor field) {
        return field.getJavaType() == JavaType.STRING || field.getJavaType() == JavaType.INT;
    }

    /** What the field is set to; a default is the same as nothing. */
    private List<String> values(FieldDescriptor field) {
        if (field.isRepeated()) {
            return List.of(text(true), text(true));
        }
        String value = field.getJavaType() == JavaType.INT ? Integer.toString(random.nextInt(4)) : text(false);
        return value.isEmpty() || value.equals("0") ? List.of() : List.of(value);
    }

    private String text(boolean something) {
        String[] words = {"a", "A", "b c", "新闻", "x&y=z", "+", "%41", "a.b", "ä", "0"};
        return !something && random.nextInt(8) == 0 ? "" : words[random.nextInt(words.length)];
    }

    /** One of the many ways to write it: another order, defaults written out, other escapes. */
    private String spell(HotMethod method, Meaning meaning, boolean oddly) {
        HttpBinding binding = method.method().bindings().getFirst();
        String path = binding.template().text();
        for (String value : meaning.path()) {
            path = path.replaceFirst("\\{[^}]*}", escape(value, oddly).replace("$", "\\$"));
        }
        List<String> query = new ArrayList<>();
        meaning.query()
                .forEach((name, values) -> query.add(values.stream()
                        .map(value -> name + "=" + escape(value, oddly))
                        .collect(Collectors.joining("&"))));
        if (oddly) {
            for (FieldDescriptor field : binding.queryFields()) {
                if (supported(field) && !field.isRepeated() && !meaning.query().containsKey(field.getJsonName())) {
                    query.add(field.getJsonName() + "=" + (field.getJavaType() == JavaType.INT ? "0" : ""));
                }
            }
            Collections.shuffle(query, random);
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private String escape(String value, boolean oddly) {
        if (oddly && random.nextBoolean()) {
            StringBuilder all = new StringBuilder();
            for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
                all.append("%%%02X".formatted(b));
            }
            return all.toString();
        }
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HotKey key(String address) {
        return find(address).shared();
    }

    private Target find(String address) {
        int question = address.indexOf('?');
        Target target = question < 0
                ? targets.find(address, null)
                : targets.find(address.substring(0, question), address.substring(question + 1));
        assertThat(target).as(address).isNotNull();
        return java.util.Objects.requireNonNull(target);
    }
}
