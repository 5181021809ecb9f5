/** Connections to the database: statements that show in traces, sockets that do not wait for ever. */
@NullMarked
package news.platform.persistence.connection;

import org.jspecify.annotations.NullMarked;
