@NullMarked
package news.platform.gateway.openapi;

import org.jspecify.annotations.NullMarked;
