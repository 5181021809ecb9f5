/** The entitlement service: who may read what is paid for. */
@NullMarked
package news.platform.entitlement;

import org.jspecify.annotations.NullMarked;
