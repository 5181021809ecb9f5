/** Who may call: the security chain, made from the policies. */
@NullMarked
package news.platform.gateway.access;

import org.jspecify.annotations.NullMarked;
