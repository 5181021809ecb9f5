package news.platform.gateway.transcode;

import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import news.platform.gateway.contract.Body;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.transcode.json.FieldNames;
import news.platform.gateway.transcode.json.Json;
import news.platform.gateway.transcode.query.QueryBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TranscodeConfiguration {

    @Bean
    FieldNames fieldNames() {
        return new FieldNames();
    }

    @Bean
    Json json(Contract contract, FieldNames names, TranscodeProperties properties) {
        var prototypes = new LinkedHashMap<String, Message>();
        contract.methods().stream()
                .flatMap(TranscodeConfiguration::messages)
                .forEach(
                        message -> prototypes.put(message.getDescriptorForType().getFullName(), message));
        return new Json(prototypes.values(), names, properties.maxNesting());
    }

    @Bean
    QueryBinder queryBinder(FieldNames names, Json json) {
        return new QueryBinder(names, json);
    }

    @Bean
    RequestRules requestRules(Contract contract) {
        return new RequestRules(contract.methods().stream()
                .map(method -> method.request().getDescriptorForType())
                .distinct()
                .toList());
    }

    @Bean
    RequestReader requestReader(QueryBinder query, Json json, RequestRules rules, TranscodeProperties properties) {
        return new RequestReader(
                query,
                json,
                rules,
                new BodyBytes(Math.toIntExact(properties.maxBodySize().toBytes())));
    }

    private static Stream<Message> messages(Method method) {
        return Stream.concat(
                Stream.of(Struct.getDefaultInstance(), method.request(), method.response()),
                method.bindings().stream().flatMap(binding -> parts(method, binding)));
    }

    /** The parts that bodies are; the generated class knows its fields' prototypes. */
    private static Stream<Message> parts(Method method, HttpBinding binding) {
        var request = binding.body() instanceof Body.Part part && !part.raw()
                ? Stream.of(method.request()
                        .newBuilderForType()
                        .newBuilderForField(part.field())
                        .getDefaultInstanceForType())
                : Stream.<Message>empty();
        var response = binding.responseBody().stream().map(field -> method.response()
                .newBuilderForType()
                .newBuilderForField(field)
                .getDefaultInstanceForType());
        return Stream.concat(request, response);
    }
}
