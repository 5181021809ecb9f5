/** The contract as an OpenAPI 3.1 document, and a page that shows it. */
@NullMarked
package news.platform.gateway.openapi;

import org.jspecify.annotations.NullMarked;
