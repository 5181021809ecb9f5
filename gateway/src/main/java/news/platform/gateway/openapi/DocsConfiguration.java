package news.platform.gateway.openapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.problem.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The document at /openapi.json, the page at /docs. */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

    private static final MediaType OPENAPI = MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.1");
    private static final String PAGE = "/docs/index.html";
    private static final String PAGE_FILES = "classpath*:/META-INF/resources/webjars/swagger-ui/*/swagger-ui.css";
    private static final String PAGE_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    @Bean
    @Order(-2)
    RouterFunction<ServerResponse> documents(Contract contract) {
        return RouterFunctions.route()
                .GET("/openapi.json", _ -> ServerResponse.ok()
                        .contentType(OPENAPI)
                        .headers(headers ->
                                SecurityHeaders.PAIRS.forEach(pair -> headers.set(pair.getKey(), pair.getValue())))
                        .cacheControl(CacheControl.noCache())
                        .body(OpenApi.write(contract)))
                .GET("/docs", _ -> ServerResponse.temporaryRedirect(URI.create(PAGE))
                        .build())
                .build();
    }

    @Bean
    WebMvcConfigurer page() throws IOException {
        var styles = new PathMatchingResourcePatternResolver().getResources(PAGE_FILES);
        var folder = styles[0].getURL().toString().replace("swagger-ui.css", "");
        return new WebMvcConfigurer() {

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/docs/**")
                        .addResourceLocations("classpath:/docs/", folder)
                        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PageHeaders()).addPathPatterns("/docs/**");
            }
        };
    }

    /** The page needs its own scripts and styles, nothing else. */
    private static final class PageHeaders implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            SecurityHeaders.set(response);
            response.setHeader("Content-Security-Policy", PAGE_POLICY);
            return true;
        }
    }
}
