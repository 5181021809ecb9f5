package news.platform.gateway.call;

import io.micrometer.tracing.Tracer;
import news.platform.gateway.answer.Origin;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.transcode.json.Json;
import news.platform.gateway.transcode.query.QueryBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

@Configuration(proxyBeanMethods = false)
class CallConfiguration {

    @Bean
    Callees callees(Contract contract, GrpcChannelFactory factory) {
        return new Callees(contract, factory);
    }

    @Bean
    Calls calls(Callees callees) {
        return new Calls(callees);
    }

    @Bean
    Rendering rendering(Json json, QueryBinder query, ObjectProvider<Tracer> tracer) {
        return new Rendering(json, query, tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    @Bean
    Substitutes substitutes(Contract contract, Calls calls) {
        return new Substitutes(contract, calls);
    }

    @Bean
    Origin origin(Calls calls, Substitutes substitutes, Rendering rendering) {
        return new GrpcOrigin(calls, substitutes, rendering);
    }
}
