/** {@code ./news new-service}: what a service needs to build, start and answer at the edge. */
@NullMarked
package news.platform.local.scaffold;

import org.jspecify.annotations.NullMarked;
