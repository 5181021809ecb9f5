package news.platform.gateway.stream.source;

import com.google.protobuf.Message;
import io.grpc.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import news.platform.gateway.contract.Method;

/**
 * What streams need of the gateway.
 *
 * @param callees the way to the service that has a method
 * @param json how data is written
 * @param news run when clients may have something to read
 */
public record StreamContext(
        Function<Method, Channel> callees, Function<Message, byte[]> json, Runnable news, MeterRegistry meters) {}
