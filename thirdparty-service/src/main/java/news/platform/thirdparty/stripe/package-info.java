/** Stripe: checkout sessions, and events signed by HMAC. */
@NullMarked
package news.platform.thirdparty.stripe;

import org.jspecify.annotations.NullMarked;
