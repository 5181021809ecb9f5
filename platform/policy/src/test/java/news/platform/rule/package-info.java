@NullMarked
package news.platform.rule;

import org.jspecify.annotations.NullMarked;
