/** Money asked for through payment channels, and given back: what was asked for, and how it stands. */
@NullMarked
package news.platform.thirdparty.charge;

import org.jspecify.annotations.NullMarked;
