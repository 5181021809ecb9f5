package news.platform.market;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the market service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MarketApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(MarketApplication.class, args);
    }
}
