/** user-service: who reads, writes and runs the platform. The features below know this package, never the reverse. */
@NullMarked
package news.platform.user;

import org.jspecify.annotations.NullMarked;
