/** Rights: what all grants of a user open together. */
@NullMarked
package news.platform.entitlement.right;

import org.jspecify.annotations.NullMarked;
