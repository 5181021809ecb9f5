/** What adapters of payment channels read and write by. */
@NullMarked
package news.platform.thirdparty.channel.wire;

import org.jspecify.annotations.NullMarked;
