/** What is done to a good request. */
@NullMarked
package news.platform.fuzz.mutation;

import org.jspecify.annotations.NullMarked;
