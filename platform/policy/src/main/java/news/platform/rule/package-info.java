/** What clients are told of the field rules that they broke. */
@NullMarked
package news.platform.rule;

import org.jspecify.annotations.NullMarked;
