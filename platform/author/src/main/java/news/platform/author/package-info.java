/** Who wrote what is shown: names from user-service, remembered for a while. */
@NullMarked
package news.platform.author;

import org.jspecify.annotations.NullMarked;
