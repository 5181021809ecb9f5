package news.platform.entitlement;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the entitlement service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EntitlementApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(EntitlementApplication.class, args);
    }
}
