/** XML from outside, well-formed or almost: into a tree, bounded, with nothing loaded or expanded. */
@NullMarked
package news.platform.thirdparty.xml;

import org.jspecify.annotations.NullMarked;
