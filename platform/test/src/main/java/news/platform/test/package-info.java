/**
 * What tests stand on: a real PostgreSQL, a real Kafka, access tokens that verify, and the architecture rules. Knows no
 * other module of the platform, so that each of them can use it.
 */
@NullMarked
package news.platform.test;

import org.jspecify.annotations.NullMarked;
