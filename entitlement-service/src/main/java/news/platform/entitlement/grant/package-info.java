/** Grants: what was granted to whom, by whom and until when, and taking it back. */
@NullMarked
package news.platform.entitlement.grant;

import org.jspecify.annotations.NullMarked;
