package news.platform.livenews;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the livenews service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class LivenewsApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(LivenewsApplication.class, args);
    }
}
