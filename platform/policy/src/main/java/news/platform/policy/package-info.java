/** What the contract demands of each method, read from its descriptor, with an operator's overrides. */
@NullMarked
package news.platform.policy;

import org.jspecify.annotations.NullMarked;
