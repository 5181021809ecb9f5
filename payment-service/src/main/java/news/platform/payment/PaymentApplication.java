package news.platform.payment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the payment service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PaymentApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(PaymentApplication.class, args);
    }
}
