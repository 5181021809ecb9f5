/** What an application under test tells the others. */
@NullMarked
package news.platform.test.event;

import org.jspecify.annotations.NullMarked;
