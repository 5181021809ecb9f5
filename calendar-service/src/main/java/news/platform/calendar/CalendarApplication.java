package news.platform.calendar;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the calendar service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CalendarApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(CalendarApplication.class, args);
    }
}
