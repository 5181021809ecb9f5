/** What protos say, in the types that Java has for it. */
@NullMarked
package news.platform.proto;

import org.jspecify.annotations.NullMarked;
