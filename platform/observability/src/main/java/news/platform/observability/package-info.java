/** Traces, metrics, logs and error reports, alike everywhere; and the defaults that modules bring along. */
@NullMarked
package news.platform.observability;

import org.jspecify.annotations.NullMarked;
