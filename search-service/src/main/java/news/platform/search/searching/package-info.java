/** Finding: what a reader asks for, in which order, and what is shown of it. */
@NullMarked
package news.platform.search.searching;

import org.jspecify.annotations.NullMarked;
