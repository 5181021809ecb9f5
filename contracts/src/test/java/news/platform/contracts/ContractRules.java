package news.platform.contracts;

import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.edge.v1.Access;
import news.platform.edge.v1.MethodPolicy;
import news.platform.edge.v1.Rate;
import news.platform.error.v1.ReasonProto;
import news.platform.event.EventTypes;
import news.platform.event.v1.EventProto;
import news.platform.event.v1.EventType;
import news.platform.event.v1.Topic;
import news.platform.policy.PolicyRules;
import news.platform.topology.Topology;

/** What every contract keeps beyond what buf checks: whatever one option names exists, and nothing is left unsaid. */
final class ContractRules {
    private static final String ROLE = "news.platform.user.v1.Role";
    private static final String PLATFORM_REASON = "PlatformReason";
    private static final long MIN_RETENTION_SECONDS = 24 * 60 * 60;

    private final ContractSet contract;
    private final Topology table = Topology.load();
    private final Set<String> events;
    private final Set<String> roles;
    private final Set<String> signals;
    private final List<String> problems = new ArrayList<>();

    private ContractRules(ContractSet contract) {
        this.contract = contract;
        this.events = contract.messages()
                .filter(message -> message.getOptions().hasExtension(EventProto.event))
                .map(message ->
                        message.getOptions().getExtension(EventProto.event).getType())
                .collect(Collectors.toSet());
        this.signals = contract.methods()
                .filter(method -> ContractSet.policy(method)
                        .filter(MethodPolicy::getSignal)
                        .isPresent())
                .map(method -> method.getInputType().getFullName())
                .collect(Collectors.toSet());
        this.roles = contract.enums()
                .filter(type -> type.getFullName().equals(ROLE))
                .flatMap(type -> named(type).stream())
                .map(value -> value.getName().substring("ROLE_".length()).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** All that is wrong; empty when nothing is. */
    static List<String> problems(ContractSet contract) {
        var rules = new ContractRules(contract);
        contract.files().forEach(rules::checkTopics);
        contract.methods().forEach(method -> {
            ContractSet.policy(method).ifPresent(policy -> rules.checkPolicy(method, policy));
            rules.checkReasons(method);
            rules.checkRange(method);
        });
        contract.messages().forEach(message -> {
            rules.checkEvent(message);
            rules.checkRoleFields(message);
            rules.checkMessageRules(message);
        });
        contract.reasons().forEach(rules::checkKinds);
        return rules.problems;
    }

    private void checkPolicy(MethodDescriptor method, MethodPolicy policy) {
        PolicyRules.violations(method, policy).forEach(violation -> wrongIf(true, method.getFullName(), violation));
        policy.getCache()
                .getPurgesList()
                .forEach(purge -> wrongIf(
                        !events.contains(purge.getEvent()),
                        method.getFullName(),
                        "policy.cache.purges: " + purge.getEvent() + " is no event"));
        policy.getRolesList()
                .forEach(role ->
                        wrongIf(!roles.contains(role), method.getFullName(), "policy.roles: " + role + " is no role"));
        wrongIf(
                policy.hasStream() && policy.getRate() != Rate.RATE_STREAM,
                method.getFullName(),
                "policy.rate: not RATE_STREAM");
        checkCallers(method, policy);
    }

    /** Whoever is named is a service that calls this one at all. */
    private void checkCallers(MethodDescriptor method, MethodPolicy policy) {
        wrongIf(
                policy.getAccess() == Access.ACCESS_INTERNAL && policy.getCallersCount() == 0,
                method.getFullName(),
                "policy.callers: no service may call it");
        String domain = method.getFile().getPackage().split("\\.")[2];
        policy.getCallersList()
                .forEach(caller -> wrongIf(
                        caller.equals(table.gateway().name())
                                || !table.callersOf(domain).contains(caller),
                        method.getFullName(),
                        "policy.callers: " + caller + " is no service that calls " + domain + " by platform.json"));
    }

    private void checkReasons(MethodDescriptor method) {
        List<String> answered = method.getOptions().getExtension(ReasonProto.reasons);
        Set<String> known = contract.reasons()
                .filter(type -> type.getName().equals(PLATFORM_REASON)
                        || type.getFile().getPackage().equals(method.getFile().getPackage()))
                .flatMap(type -> named(type).stream())
                .map(EnumValueDescriptor::getName)
                .collect(Collectors.toSet());
        answered.forEach(
                reason -> wrongIf(!known.contains(reason), method.getFullName(), "reasons: " + reason + " is none"));
        Descriptor request = method.getInputType();
        wrongIf(
                request.findFieldByName("page_token") != null && !answered.contains("BAD_PAGE_TOKEN"),
                method.getFullName(),
                "reasons: BAD_PAGE_TOKEN is missing");
        wrongIf(
                request.findFieldByName("etag") != null && !answered.contains("ETAG_MISMATCH"),
                method.getFullName(),
                "reasons: ETAG_MISMATCH is missing");
    }

    private void checkKinds(EnumDescriptor reasons) {
        Set<String> answered = contract.methods()
                .flatMap(method -> method.getOptions().getExtension(ReasonProto.reasons).stream())
                .collect(Collectors.toSet());
        for (var reason : named(reasons)) {
            wrongIf(
                    !reason.getOptions().hasExtension(ReasonProto.kind),
                    reasons.getFullName(),
                    reason.getName() + " has no kind");
            wrongIf(
                    !reasons.getName().equals(PLATFORM_REASON) && !answered.contains(reason.getName()),
                    reasons.getFullName(),
                    reason.getName() + " is answered by no method");
        }
    }

    private void checkEvent(Descriptor message) {
        try {
            EventTypes.find(message);
        } catch (IllegalArgumentException e) {
            wrongIf(true, message.getFullName(), String.valueOf(e.getMessage()));
        }
        EventType event = message.getOptions().getExtension(EventProto.event);
        wrongIf(
                message.getOptions().hasExtension(EventProto.event)
                        && event.getVersionField().isEmpty()
                        && !signals.contains(message.getFullName()),
                message.getFullName(),
                "event option: no version_field, and no method with policy.signal takes it");
    }

    /** A topic is the file's own, can be made and outlives a consumer that was down for a day. */
    private void checkTopics(FileDescriptor file) {
        Set<String> used = file.getMessageTypes().stream()
                .filter(message -> message.getOptions().hasExtension(EventProto.event))
                .map(message -> EventTypes.topicOf(
                        message.getOptions().getExtension(EventProto.event).getType()))
                .collect(Collectors.toSet());
        String domain = file.getPackage().split("\\.")[2];
        var names = new HashSet<String>();
        for (Topic topic : file.getOptions().getExtension(EventProto.topic)) {
            String where = file.getName() + ": topic " + topic.getName();
            wrongIf(!used.contains(topic.getName()), where, "no event of the file goes there");
            wrongIf(!names.add(topic.getName()), where, "declared twice");
            wrongIf(!topic.getName().startsWith("news." + domain + "."), where, "not of the domain " + domain);
            wrongIf(topic.getPartitions() < 1, where, "partitions: " + topic.getPartitions() + " (expected: >= 1)");
            wrongIf(
                    topic.getRetention().getSeconds() < MIN_RETENTION_SECONDS,
                    where,
                    "retention: " + topic.getRetention().getSeconds() + " s (expected: >= " + MIN_RETENTION_SECONDS
                            + ", more than any consumer looks back)");
        }
    }

    /** Where a request lists roles, it lists those that there are. */
    private void checkRoleFields(Descriptor message) {
        Stream.ofNullable(message.findFieldByName("roles"))
                .map(field -> field.getOptions().getExtension(ValidateProto.field))
                .map(rules -> rules.getRepeated().getItems().getString().getInList())
                .filter(listed -> !listed.isEmpty())
                .forEach(listed -> wrongIf(
                        !roles.equals(Set.copyOf(listed)), message.getFullName(), "roles: not those of " + ROLE));
    }

    /** Clients are told of the field that the end of the rule's id names. */
    private void checkMessageRules(Descriptor message) {
        for (var rule : message.getOptions().getExtension(ValidateProto.message).getCelList()) {
            String field = rule.getId().substring(rule.getId().lastIndexOf('.') + 1);
            wrongIf(
                    message.findFieldByName(field) == null,
                    message.getFullName(),
                    "rule " + rule.getId() + ": does not end with a field");
        }
    }

    /** A time that ends before it begins is a mistake of who asks, not a list without anything in it. */
    private void checkRange(MethodDescriptor method) {
        Descriptor request = method.getInputType();
        wrongIf(
                method.getOptions().getIdempotencyLevel() == IdempotencyLevel.NO_SIDE_EFFECTS
                        && hasTime(request, "from")
                        && hasTime(request, "to")
                        && request.getOptions().getExtension(ValidateProto.message).getCelList().stream()
                                .noneMatch(rule -> rule.getId().equals("range.from")),
                request.getFullName(),
                "rule range.from: is missing");
    }

    private static boolean hasTime(Descriptor message, String name) {
        FieldDescriptor field = message.findFieldByName(name);
        return field != null
                && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && field.getMessageType().getFullName().equals("google.protobuf.Timestamp");
    }

    /** The values of an enum without the unspecified one. */
    private static List<EnumValueDescriptor> named(EnumDescriptor type) {
        return type.getValues().stream().filter(value -> value.getNumber() != 0).toList();
    }

    private void wrongIf(boolean wrong, String where, Object what) {
        if (wrong) {
            problems.add(where + ": " + what);
        }
    }
}
