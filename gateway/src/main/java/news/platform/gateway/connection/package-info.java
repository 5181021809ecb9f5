/** How long a connection may take to send what it sends, and how much of it is held at once. */
@NullMarked
package news.platform.gateway.connection;

import org.jspecify.annotations.NullMarked;
