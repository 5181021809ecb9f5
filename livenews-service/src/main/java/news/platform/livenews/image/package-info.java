/** The images that content-service keeps, as lives show them. */
@NullMarked
package news.platform.livenews.image;

import org.jspecify.annotations.NullMarked;
