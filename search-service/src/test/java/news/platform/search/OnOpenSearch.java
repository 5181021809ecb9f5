package news.platform.search;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.test.context.TestPropertySource;

/**
 * A contract's tests against a real OpenSearch, where there is one: {@code -Dnews.test.opensearch=http://127.0.0.1:9201}. It keeps what
 * they wrote; each process of tests has indexes of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = "news.test.opensearch",
        matches = "http.+",
        disabledReason = "NOT TESTED, there is no OpenSearch: start one and say where, -Dnews.test.opensearch=URL")
@TestPropertySource(
        properties = {
            "news.search.opensearch.url=${news.test.opensearch}",
            "news.search.opensearch.alias=news-test-${PID}"
        })
public @interface OnOpenSearch {}
