/** Headers of answers, put there without being encoded anew for each of them. */
@NullMarked
package news.platform.gateway.header;

import org.jspecify.annotations.NullMarked;
