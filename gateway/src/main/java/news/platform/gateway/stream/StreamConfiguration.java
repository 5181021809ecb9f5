package news.platform.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import news.platform.gateway.call.Callees;
import news.platform.gateway.call.Calls;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.stream.source.StreamContext;
import news.platform.gateway.stream.wire.Writers;
import news.platform.gateway.transcode.json.Json;
import news.platform.security.token.TokenVerifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    @Bean
    Writers streamWriters(StreamProperties properties) {
        return new Writers(properties.writing(), System::nanoTime);
    }

    @Bean
    StreamContext streamContext(Callees callees, Json json, Writers writers, MeterRegistry meters) {
        return new StreamContext(callees::of, json::write, writers::news, meters);
    }

    @Bean
    StreamMaker streamMaker(
            StreamProperties properties, StreamContext context, Contract contract, Calls calls, TokenVerifier tokens) {
        return new StreamMaker(properties, context, contract, calls, tokens);
    }

    @Bean
    Streams streams(StreamProperties properties, Writers writers, StreamContext context, StreamMaker maker) {
        return new Streams(properties, new StreamPlaces(properties, context.meters()), writers, maker::of);
    }
}
