package news.platform.ranking;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the ranking service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class RankingApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(RankingApplication.class, args);
    }
}
