/** Tests of how the contract's events are read. */
@NullMarked
package news.platform.event;

import org.jspecify.annotations.NullMarked;
