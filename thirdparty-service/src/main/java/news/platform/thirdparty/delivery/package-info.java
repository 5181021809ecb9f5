/** Messages that leave the platform, and who carries them. */
@NullMarked
package news.platform.thirdparty.delivery;

import org.jspecify.annotations.NullMarked;
