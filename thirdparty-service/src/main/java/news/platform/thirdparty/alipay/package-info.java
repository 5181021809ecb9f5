/** Alipay: forms and answers signed by RSA (RSA2). */
@NullMarked
package news.platform.thirdparty.alipay;

import org.jspecify.annotations.NullMarked;
