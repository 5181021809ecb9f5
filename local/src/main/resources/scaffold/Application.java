package news.platform.__name__;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the __name__ service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class __Name__Application {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(__Name__Application.class, args);
    }
}
