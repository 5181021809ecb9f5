/** What is to be done at a time, once over all replicas: timers and jobs. */
@NullMarked
package news.platform.work.task;

import org.jspecify.annotations.NullMarked;
