/** WeChat Pay, v3: requests, answers and notifications signed by RSA, what notifications tell encrypted. */
@NullMarked
package news.platform.thirdparty.wechatpay;

import org.jspecify.annotations.NullMarked;
