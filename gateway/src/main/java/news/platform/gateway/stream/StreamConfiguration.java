package news.platform.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import news.platform.gateway.call.Callees;
import news.platform.gateway.stream.log.LogContext;
import news.platform.gateway.stream.wire.Writers;
import news.platform.gateway.transcode.json.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    @Bean
    Streams streams(Callees callees, Json json, StreamProperties properties, MeterRegistry meters) {
        var writers = new Writers(properties.writing(), System::nanoTime);
        var context =
                new LogContext(callees::of, json::write, writers::news, properties.logs(), Clock.systemUTC(), meters);
        return new Streams(properties, new StreamPlaces(properties, meters), writers, context);
    }
}
