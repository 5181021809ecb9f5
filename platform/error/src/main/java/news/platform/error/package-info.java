/** One way for the domain to refuse, one translation to {@code google.rpc.Status} and back. */
@NullMarked
package news.platform.error;

import org.jspecify.annotations.NullMarked;
