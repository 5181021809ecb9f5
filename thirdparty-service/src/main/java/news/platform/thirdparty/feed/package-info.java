/** The register of feeds, their health, and their polling. */
@NullMarked
package news.platform.thirdparty.feed;

import org.jspecify.annotations.NullMarked;
