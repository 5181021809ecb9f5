/** Cases: differences that a person has to look into. */
@NullMarked
package news.platform.payment.casework;

import org.jspecify.annotations.NullMarked;
