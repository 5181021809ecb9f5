package news.platform.grpc.server;

import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import java.util.List;
import news.platform.error.DomainException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Compiles the field rules of every request beside the start, so that the first caller does not wait half a second. */
final class RulesWarmUp implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(RulesWarmUp.class);

    private final RequestRules rules;
    private final List<BindableService> services;

    RulesWarmUp(RequestRules rules, List<BindableService> services) {
        this.rules = rules;
        this.services = services;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Thread.ofPlatform().daemon().name("rules-warm-up").start(this::warmUp);
    }

    void warmUp() {
        services.stream()
                .flatMap(service -> service.bindService().getMethods().stream())
                .map(ServerMethodDefinition::getMethodDescriptor)
                .map(MethodDescriptor::getRequestMarshaller)
                .filter(MethodDescriptor.PrototypeMarshaller.class::isInstance)
                .map(marshaller -> ((MethodDescriptor.PrototypeMarshaller<?>) marshaller).getMessagePrototype())
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .forEach(this::warmUp);
    }

    private void warmUp(Message prototype) {
        try {
            rules.check(prototype);
        } catch (DomainException e) {
            // an empty request is refused as it should be
        } catch (RuntimeException e) {
            log.error("requests will be refused", e);
        }
    }
}
