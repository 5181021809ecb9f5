/** Which services there are, from {@code platform.json}, and what follows from it by convention. */
@NullMarked
package news.platform.topology;

import org.jspecify.annotations.NullMarked;
