/** Codes that show that an address or a number is somebody's. */
@NullMarked
package news.platform.user.code;

import org.jspecify.annotations.NullMarked;
