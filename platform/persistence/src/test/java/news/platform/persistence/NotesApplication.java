package news.platform.persistence;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest service with a database. */
@SpringBootApplication
class NotesApplication {}
