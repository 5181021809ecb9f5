package news.platform.mall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the mall. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MallApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(MallApplication.class, args);
    }
}
