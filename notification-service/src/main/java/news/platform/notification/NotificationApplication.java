package news.platform.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the notification service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class NotificationApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(NotificationApplication.class, args);
    }
}
