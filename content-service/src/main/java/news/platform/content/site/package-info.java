/** Where readers find the platform, and documents that tell others so. */
@NullMarked
package news.platform.content.site;

import org.jspecify.annotations.NullMarked;
