@NullMarked
package news.platform.policy;

import org.jspecify.annotations.NullMarked;
