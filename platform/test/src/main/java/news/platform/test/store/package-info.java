/** The real PostgreSQL and the real Kafka of tests: one of each for a whole run, and what keeps its tests apart. */
@NullMarked
package news.platform.test.store;

import org.jspecify.annotations.NullMarked;
