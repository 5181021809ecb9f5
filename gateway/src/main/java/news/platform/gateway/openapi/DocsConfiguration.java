package news.platform.gateway.openapi;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.plain.PlainHttp;
import news.platform.gateway.problem.Failures;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.problem.ProblemWriter;
import news.platform.gateway.problem.SecurityHeaders;
import news.platform.gateway.request.RequestHeader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The document at /openapi.json, the page at /docs; and that they are only read. */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

    private static final MediaType OPENAPI = MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.1");
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String OPENAPI_PATH = "/openapi.json";
    private static final String PAGE_PATH = "/docs";
    private static final String PAGE = PAGE_PATH + "/index.html";
    private static final String PAGE_FILES = "classpath*:/META-INF/resources/webjars/swagger-ui/*/swagger-ui.css";
    private static final String PAGE_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    /** Where there are documents, and nothing but documents: to be read, without anything being sent. Paths are decoded. */
    private static final RequestPredicate DOCUMENTS = path(OPENAPI_PATH).or(path(PAGE_PATH + "/**"));

    /** In front of the pages below. */
    @Bean
    @Order(-2)
    RouterFunction<ServerResponse> documents(Contract contract, PlainHttp plain) {
        var document = Document.of(contract, plain);
        return RouterFunctions.nest(
                // as a condition only: a nest of paths would take the path away
                DOCUMENTS::test,
                RouterFunctions.route()
                        .route(request -> !READS.contains(request.method()), _ -> refuse(wrongMethod()))
                        .route(DocsConfiguration::hasBody, _ -> refuse(noBody()))
                        .route(path(OPENAPI_PATH), request -> openApi(document.current(), request))
                        .route(path(PAGE_PATH), _ -> ServerResponse.temporaryRedirect(URI.create(PAGE))
                                .build())
                        .build());
    }

    private static ServerResponse openApi(Document.Version document, ServerRequest request) {
        return request.checkNotModified(document.etag()).orElseGet(() -> ServerResponse.ok()
                .contentType(OPENAPI)
                .headers(headers -> SecurityHeaders.PAIRS.forEach(pair -> headers.set(pair.getKey(), pair.getValue())))
                .cacheControl(CacheControl.noCache())
                .eTag(document.etag())
                .body(document.bytes()));
    }

    private static boolean hasBody(ServerRequest request) {
        return request.servletRequest().getContentLengthLong() > 0
                || RequestHeader.TRANSFER_ENCODING.isIn(request.servletRequest());
    }

    private static Problem wrongMethod() {
        return Failures.ofStatus(405).with("Allow", "GET, HEAD");
    }

    private static Problem noBody() {
        return Problem.of(400, "BAD_REQUEST", "A document is read without a body.");
    }

    private static ServerResponse refuse(Problem problem) {
        return ServerResponse.status(problem.status()).build((request, response) -> {
            ProblemWriter.write(request, response, problem);
            return null;
        });
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
