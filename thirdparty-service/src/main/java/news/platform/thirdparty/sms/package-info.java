/** Text messages to telephones. */
@NullMarked
package news.platform.thirdparty.sms;

import org.jspecify.annotations.NullMarked;
