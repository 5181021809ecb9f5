package news.platform.views;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service of views, which is told everything by its environment. */
@SpringBootApplication
public class ViewsApplication {
    public static void main(String[] args) {
        SpringApplication.run(ViewsApplication.class, args);
    }
}
