/** Who did what to what, added and never changed. */
@NullMarked
package news.platform.persistence.audit;

import org.jspecify.annotations.NullMarked;
