/** What keeps whoever is called from holding up the others. */
@NullMarked
package news.platform.thirdparty.guard;

import org.jspecify.annotations.NullMarked;
