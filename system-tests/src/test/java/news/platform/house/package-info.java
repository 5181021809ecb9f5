/** Rules of the house: poms and documents. */
@NullMarked
package news.platform.house;

import org.jspecify.annotations.NullMarked;
