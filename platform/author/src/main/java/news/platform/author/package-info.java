/** Who stands in the byline: names from user-service, remembered for a while. */
@NullMarked
package news.platform.content.author;

import org.jspecify.annotations.NullMarked;
