/** Plans: what can be subscribed to. */
@NullMarked
package news.platform.entitlement.plan;

import org.jspecify.annotations.NullMarked;
