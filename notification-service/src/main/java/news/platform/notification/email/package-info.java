/** E-mails: what is worth one, for who wants them. */
@NullMarked
package news.platform.notification.email;

import org.jspecify.annotations.NullMarked;
