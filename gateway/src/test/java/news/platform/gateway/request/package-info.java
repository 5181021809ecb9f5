@NullMarked
package news.platform.gateway.request;

import org.jspecify.annotations.NullMarked;
