package news.platform.messaging;

import com.google.protobuf.Internal;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import news.platform.policy.EventDescription;
import news.platform.policy.EventTypes;
import org.springframework.aop.support.AopUtils;

/** A handler and what is needed to call it. */
record Subscription<E extends Message>(
        EventHandler<E> handler, EventDescription description, Parser<? extends Message> parser, String name) {

    static <E extends Message> Subscription<E> of(EventHandler<E> handler) {
        E instance = Internal.getDefaultInstance(handler.type());
        return new Subscription<>(
                handler,
                EventTypes.of(instance.getDescriptorForType()),
                instance.getParserForType(),
                AopUtils.getTargetClass(handler).getSimpleName());
    }

    /** Calls the handler. */
    void call(CloudEvent event) {
        handler.on(parse(event), event.context());
    }

    private E parse(CloudEvent event) {
        try {
            return handler.type().cast(parser.parseFrom(event.payload()));
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedEventException("payload is no " + description.type(), e);
        }
    }
}
