package news.platform.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the search service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SearchApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(SearchApplication.class, args);
    }
}
