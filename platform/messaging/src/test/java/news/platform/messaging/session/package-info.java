@NullMarked
package news.platform.messaging.session;

import org.jspecify.annotations.NullMarked;
