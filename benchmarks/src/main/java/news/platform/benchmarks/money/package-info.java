/** Purchases while everything that they need is killed: is money lost, doubled or wrong. */
@NullMarked
package news.platform.benchmarks.money;

import org.jspecify.annotations.NullMarked;
