package news.platform.contracts;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;
import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodOptions;
import com.google.protobuf.GeneratedMessage.GeneratedExtension;
import java.nio.file.Path;
import java.util.function.Consumer;
import news.platform.edge.v1.CachePolicy;
import news.platform.edge.v1.MethodPolicy;
import news.platform.edge.v1.PolicyProto;
import news.platform.event.v1.EventProto;
import news.platform.event.v1.EventType;
import news.platform.event.v1.Topic;

/** The contract as it is, with one thing changed: how a rule is shown to bite. */
final class ContractEdit {
    private final FileDescriptorSet.Builder set =
            ContractSet.read(Path.of("target/classes/contracts.desc")).toBuilder();

    ContractSet made() {
        return ContractSet.of(set.build());
    }

    ContractEdit method(String name, Consumer<MethodDescriptorProto.Builder> change) {
        int found = 0;
        for (var file : set.getFileBuilderList()) {
            for (var service : file.getServiceBuilderList()) {
                for (var method : service.getMethodBuilderList()) {
                    if (method.getName().equals(name)) {
                        change.accept(method);
                        found++;
                    }
                }
            }
        }
        requireOne(name, found);
        return this;
    }

    ContractEdit policy(String method, Consumer<MethodPolicy.Builder> change) {
        return method(method, found -> {
            var policy = found.getOptions().getExtension(PolicyProto.policy).toBuilder();
            change.accept(policy);
            found.getOptionsBuilder().setExtension(PolicyProto.policy, policy.build());
        });
    }

    ContractEdit cache(String method, Consumer<CachePolicy.Builder> change) {
        return policy(method, policy -> change.accept(policy.getCacheBuilder()));
    }

    ContractEdit route(String method, Consumer<HttpRule.Builder> change) {
        return method(method, found -> {
            var rule = found.getOptions().getExtension(AnnotationsProto.http).toBuilder();
            change.accept(rule);
            found.getOptionsBuilder().setExtension(AnnotationsProto.http, rule.build());
        });
    }

    ContractEdit message(String name, Consumer<DescriptorProto.Builder> change) {
        int found = 0;
        for (var file : set.getFileBuilderList()) {
            for (var message : file.getMessageTypeBuilderList()) {
                if (message.getName().equals(name) && file.getPackage().startsWith("news.")) {
                    change.accept(message);
                    found++;
                }
            }
        }
        requireOne(name, found);
        return this;
    }

    ContractEdit event(String message, Consumer<EventType.Builder> change) {
        return message(message, found -> {
            var event = found.getOptions().getExtension(EventProto.event).toBuilder();
            change.accept(event);
            found.getOptionsBuilder().setExtension(EventProto.event, event.build());
        });
    }

    /** Changes the first topic that the file with this message declares. */
    ContractEdit topic(String message, Consumer<Topic.Builder> change) {
        int found = 0;
        for (var file : set.getFileBuilderList()) {
            if (file.getMessageTypeList().stream()
                    .anyMatch(type -> type.getName().equals(message))) {
                var topic = file.getOptions().getExtension(EventProto.topic, 0).toBuilder();
                change.accept(topic);
                file.getOptionsBuilder().setExtension(EventProto.topic, 0, topic.build());
                found++;
            }
        }
        requireOne(message, found);
        return this;
    }

    ContractEdit rules(String message, String field, Consumer<FieldRules.Builder> change) {
        return field(message, field, found -> {
            var rules = found.getOptions().getExtension(ValidateProto.field).toBuilder();
            change.accept(rules);
            found.getOptionsBuilder().setExtension(ValidateProto.field, rules.build());
        });
    }

    ContractEdit field(String message, String field, Consumer<FieldDescriptorProto.Builder> change) {
        return message(message, found -> found.getFieldBuilderList().stream()
                .filter(one -> one.getName().equals(field))
                .findFirst()
                .ifPresentOrElse(change, () -> requireOne(field, 0)));
    }

    ContractEdit enumValue(String name, Consumer<EnumValueDescriptorProto.Builder> change) {
        int found = 0;
        for (var file : set.getFileBuilderList()) {
            for (var type : file.getEnumTypeBuilderList()) {
                for (var value : type.getValueBuilderList()) {
                    if (value.getName().equals(name) && file.getPackage().startsWith("news.")) {
                        change.accept(value);
                        found++;
                    }
                }
            }
        }
        requireOne(name, found);
        return this;
    }

    ContractEdit withoutOption(String method, GeneratedExtension<MethodOptions, ?> option) {
        return method(method, found -> found.getOptionsBuilder().clearExtension(option));
    }

    private static void requireOne(String name, int found) {
        if (found != 1) {
            throw new IllegalArgumentException(name + ": " + found + " found (expected: 1)");
        }
    }
}
