/** What an operator overrides on this machine: {@code ./news policy}. */
@NullMarked
package news.platform.local.policy;

import org.jspecify.annotations.NullMarked;
