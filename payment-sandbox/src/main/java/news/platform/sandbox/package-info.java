/** A payment channel without money: a server of its own, for one machine and for tests. */
@NullMarked
package news.platform.sandbox;

import org.jspecify.annotations.NullMarked;
