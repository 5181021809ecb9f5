/** Tests of platform-test. */
@NullMarked
package news.platform.test;

import org.jspecify.annotations.NullMarked;
