package news.platform.work;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest service with work to do. */
@SpringBootApplication
public class WorkApplication {}
