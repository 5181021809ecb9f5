package news.platform.gateway.stream;

import news.platform.gateway.call.Callees;
import news.platform.gateway.transcode.json.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    @Bean
    Streams streams(Callees callees, Json json, StreamProperties properties) {
        return new Streams(callees, json, properties);
    }
}
