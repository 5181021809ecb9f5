/** The articles that the project ships with. */
@NullMarked
package news.platform.local.sample;

import org.jspecify.annotations.NullMarked;
