/**
 * What tests stand on: a real PostgreSQL, a real Kafka, access tokens and certificates that verify, and the architecture
 * rules. Of the platform it knows what can be read off contract and table alone, policies and errors among it, so that every
 * other module can use it.
 */
@NullMarked
package news.platform.test;

import org.jspecify.annotations.NullMarked;
