package news.platform.gateway.route;

import java.util.Optional;
import news.platform.gateway.answer.AnswerCache;
import news.platform.gateway.call.Calls;
import news.platform.gateway.call.Rendering;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.guard.Toll;
import news.platform.gateway.plain.PlainHandler;
import news.platform.gateway.plain.PlainHttp;
import news.platform.gateway.signal.EdgeSignals;
import news.platform.gateway.stream.Streams;
import news.platform.gateway.transcode.RequestReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    Routes routes(Contract contract, PlainHttp plain) {
        return new Routes(contract.methods(), plain.all());
    }

    @Bean
    RequestMatches requestMatches(Routes routes) {
        return new RequestMatches(routes);
    }

    @Bean
    GrpcHandler.Others others(Streams streams, ObjectProvider<AnswerCache> cache, EdgeSignals signals) {
        return new GrpcHandler.Others(streams, Optional.ofNullable(cache.getIfAvailable()), signals);
    }

    @Bean
    GrpcHandler grpcHandler(
            Toll toll, RequestReader reader, Calls calls, Rendering rendering, GrpcHandler.Others others) {
        return new GrpcHandler(toll, reader, calls, rendering, others);
    }

    /** In the place of the one that Boot would make. */
    @Bean(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME)
    DispatcherServlet dispatcherServlet() {
        var dispatcher = new EdgeDispatcher();
        dispatcher.setPublishEvents(false);
        return dispatcher;
    }

    /** So that TRACE reaches the routes, which refuse it with the methods that there are. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> traceReachesTheRoutes() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
    }

    @Bean
    RouterFunction<ServerResponse> edgeRoutes(RequestMatches matches, GrpcHandler calls, PlainHandler plain) {
        return new EdgeRoutes(matches, calls, plain);
    }
}
