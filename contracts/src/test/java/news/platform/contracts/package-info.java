/** What is true of every contract, checked. */
@NullMarked
package news.platform.contracts;

import org.jspecify.annotations.NullMarked;
