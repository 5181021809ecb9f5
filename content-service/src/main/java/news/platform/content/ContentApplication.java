package news.platform.content;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the content service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class ContentApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(ContentApplication.class, args);
    }
}
