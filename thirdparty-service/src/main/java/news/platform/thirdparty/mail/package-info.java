/** E-mails. */
@NullMarked
package news.platform.thirdparty.mail;

import org.jspecify.annotations.NullMarked;
