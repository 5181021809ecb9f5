package news.platform.contracts;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.edge.v1.MethodPolicy;
import news.platform.edge.v1.StreamPolicy;
import news.platform.error.v1.ReasonProto;
import news.platform.event.v1.EventProto;
import news.platform.event.v1.Topic;
import news.platform.policy.Policy;

/**
 * Which options changed so that a client, a consumer or the release before no longer gets what it was promised: ADR 10
 * gives the reasons. What is gone altogether (methods, messages, fields, values) is buf's business.
 */
final class Compatibility {
    private final List<String> problems = new ArrayList<>();

    private Compatibility() {}

    /** All that is incompatible; empty when nothing is. */
    static List<String> problems(ContractSet released, ContractSet now) {
        var compatibility = new Compatibility();
        released.methods().forEach(before -> now.method(before.getFullName()).ifPresent(after -> {
            compatibility.checkLevel(before, after);
            compatibility.checkRoutes(before, after);
            compatibility.checkPolicy(before, after);
        }));
        released.messages().forEach(before -> now.message(before.getFullName())
                .ifPresent(after -> compatibility.checkEvent(before, after)));
        released.files().forEach(before -> now.files()
                .filter(after -> after.getName().equals(before.getName()))
                .forEach(after -> compatibility.checkTopics(before, after)));
        released.reasons().forEach(before -> now.enums()
                .filter(after -> after.getFullName().equals(before.getFullName()))
                .forEach(after -> compatibility.checkKinds(before, after)));
        Set<Descriptor> requested = now.requested();
        released.requested().forEach(before -> requested.stream()
                .filter(after -> after.getFullName().equals(before.getFullName()))
                .forEach(after -> compatibility.checkFields(before, after)));
        return compatibility.problems;
    }

    private void checkLevel(MethodDescriptor before, MethodDescriptor after) {
        wrongIf(
                (Policy.isSafe(before) && !Policy.isSafe(after))
                        || (Policy.isIdempotent(before) && !Policy.isIdempotent(after)),
                before.getFullName(),
                "idempotency_level: weaker, a client may repeat it");
    }

    private void checkRoutes(MethodDescriptor before, MethodDescriptor after) {
        List<String> still = routes(after).toList();
        routes(before)
                .forEach(
                        route -> wrongIf(!still.contains(route), before.getFullName(), "route: " + route + " is gone"));
    }

    private static Stream<String> routes(MethodDescriptor method) {
        if (!method.getOptions().hasExtension(AnnotationsProto.http)) {
            return Stream.empty();
        }
        HttpRule rule = method.getOptions().getExtension(AnnotationsProto.http);
        return Stream.concat(Stream.of(rule), rule.getAdditionalBindingsList().stream())
                .map(Compatibility::route);
    }

    /** What a client sees of a binding: not the names of the path's variables. */
    private static String route(HttpRule rule) {
        String path =
                switch (rule.getPatternCase()) {
                    case GET -> rule.getGet();
                    case PUT -> rule.getPut();
                    case POST -> rule.getPost();
                    case DELETE -> rule.getDelete();
                    case PATCH -> rule.getPatch();
                    case CUSTOM, PATTERN_NOT_SET -> "";
                };
        return rule.getPatternCase() + " "
                + path.replaceAll("\\{[^=}]+}", "{*}").replaceAll("\\{[^=}]+=", "{") + " body \"" + rule.getBody()
                + "\", answer \"" + rule.getResponseBody() + "\"";
    }

    private void checkPolicy(MethodDescriptor before, MethodDescriptor after) {
        String name = before.getFullName();
        MethodPolicy was = ContractSet.policy(before).orElse(MethodPolicy.getDefaultInstance());
        MethodPolicy is = ContractSet.policy(after).orElse(MethodPolicy.getDefaultInstance());
        Policy then = Policy.of(before);
        Policy now = Policy.of(after);
        wrongIf(then.access() != now.access(), name, "access: " + then.access() + " became " + now.access());
        checkSet(name, "roles", then.roles(), now.roles());
        checkSet(name, "callers", then.callers(), now.callers());
        wrongIf(
                now.deadline().compareTo(then.deadline()) < 0,
                name,
                "deadline: " + then.deadline() + " became " + now.deadline());
        wrongIf(
                then.successStatus() != now.successStatus(),
                name,
                "success_status: " + then.successStatus() + " became " + now.successStatus());
        wrongIf(
                losesKey(then.idempotencyKey(), now.idempotencyKey()),
                name,
                "idempotency_key: " + then.idempotencyKey() + " became " + now.idempotencyKey());
        wrongIf(
                is.hasCache()
                        && !is.getCache()
                                .getVaryList()
                                .containsAll(was.getCache().getVaryList()),
                name,
                "cache.vary: fewer, so that some get what is for others");
        wrongIf(
                was.hasStream() && !was.getStream().equals(asFarAsStated(was.getStream(), is.getStream())),
                name,
                "stream: its fields changed, a client resumes by them");
    }

    /** What clients are told besides may be stated later. */
    private static StreamPolicy asFarAsStated(StreamPolicy before, StreamPolicy after) {
        return before.getMissingField().isEmpty()
                ? after.toBuilder().clearMissingField().build()
                : after;
    }

    /** A client that sends none is refused, or one that relies on its key acts twice. */
    private static boolean losesKey(IdempotencyKey before, IdempotencyKey after) {
        return before != after
                && (after == IdempotencyKey.IDEMPOTENCY_KEY_REQUIRED || after == IdempotencyKey.IDEMPOTENCY_KEY_NONE);
    }

    private void checkSet(String method, String field, Set<String> before, Set<String> after) {
        wrongIf(
                !before.equals(after),
                method,
                field + ": " + new TreeSet<>(before) + " became " + new TreeSet<>(after));
    }

    private void checkEvent(Descriptor before, Descriptor after) {
        if (before.getOptions().hasExtension(EventProto.event)) {
            wrongIf(
                    !before.getOptions()
                            .getExtension(EventProto.event)
                            .equals(after.getOptions().getExtension(EventProto.event)),
                    before.getFullName(),
                    "event: its type, subject or version changed");
        }
    }

    /** What cannot be changed where the topic is: consumers' order rests on it. */
    private void checkTopics(FileDescriptor before, FileDescriptor after) {
        List<Topic> still = after.getOptions().getExtension(EventProto.topic);
        for (Topic topic : before.getOptions().getExtension(EventProto.topic)) {
            wrongIf(
                    still.stream()
                            .noneMatch(other -> other.getName().equals(topic.getName())
                                    && other.getPartitions() == topic.getPartitions()
                                    && other.getCompacted() == topic.getCompacted()),
                    before.getName(),
                    "topic " + topic.getName() + ": gone, or other partitions or compaction");
        }
    }

    private void checkKinds(EnumDescriptor before, EnumDescriptor after) {
        before.getValues().forEach(reason -> {
            var same = after.findValueByName(reason.getName());
            wrongIf(
                    same != null
                            && !Objects.equals(
                                    reason.getOptions().getExtension(ReasonProto.kind),
                                    same.getOptions().getExtension(ReasonProto.kind)),
                    before.getFullName(),
                    reason.getName() + ": its kind changed, and with it the status");
        });
    }

    private void checkFields(Descriptor before, Descriptor after) {
        after.getFields().forEach(field -> {
            var old = before.findFieldByName(field.getName());
            var stricter = old == null ? FieldRuleChanges.demanded(field) : FieldRuleChanges.stricter(old, field);
            stricter.forEach(rule -> wrongIf(true, field.getFullName(), "rule: " + rule));
        });
    }

    private void wrongIf(boolean wrong, String where, String what) {
        if (wrong) {
            problems.add(where + ": " + what);
        }
    }
}
