/** Any failure becomes one problem document (RFC 9457). */
@NullMarked
package news.platform.gateway.problem;

import org.jspecify.annotations.NullMarked;
