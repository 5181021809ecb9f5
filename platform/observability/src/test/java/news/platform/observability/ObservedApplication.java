package news.platform.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The smallest process that can be observed. */
@SpringBootApplication
class ObservedApplication {
    @RestController
    static class Greetings {
        private static final Logger LOG = LoggerFactory.getLogger(Greetings.class);

        private final ObservationRegistry observations;

        Greetings(ObservationRegistry observations) {
            this.observations = observations;
        }

        @GetMapping("/greeting")
        String greet() {
            LOG.info("greeting a reader");
            return Observation.createNotStarted("news.greeting", observations).observe(() -> "hello");
        }
    }
}
