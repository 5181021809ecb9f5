/** The calls that bring answers: one for all who ask the same, judged by what came meanwhile. */
@NullMarked
package news.platform.gateway.hot.load;

import org.jspecify.annotations.NullMarked;
