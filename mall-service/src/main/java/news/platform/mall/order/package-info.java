/** Orders and their steps: the table of them, what each brings about, and the timers that wait for what may not happen. */
@NullMarked
package news.platform.mall.order;

import org.jspecify.annotations.NullMarked;
