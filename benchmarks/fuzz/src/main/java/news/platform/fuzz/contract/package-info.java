/** What can be asked, read from the descriptors. */
@NullMarked
package news.platform.fuzz.contract;

import org.jspecify.annotations.NullMarked;
