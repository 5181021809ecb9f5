/** {@code ./news new-service} from the command to an answer at the edge. */
@NullMarked
package news.platform.scaffold;

import org.jspecify.annotations.NullMarked;
