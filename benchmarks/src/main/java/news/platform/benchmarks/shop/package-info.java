/** What buyers do through the gateway and at the sandbox, and how an administrator makes something to buy. */
@NullMarked
package news.platform.benchmarks.shop;

import org.jspecify.annotations.NullMarked;
