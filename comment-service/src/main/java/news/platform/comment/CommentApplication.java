package news.platform.comment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the comment service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class CommentApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(CommentApplication.class, args);
    }
}
