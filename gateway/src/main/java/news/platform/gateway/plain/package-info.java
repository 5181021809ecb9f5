/** Plain HTTP of services, passed on as {@code platform.json} says. */
@NullMarked
package news.platform.gateway.plain;

import org.jspecify.annotations.NullMarked;
