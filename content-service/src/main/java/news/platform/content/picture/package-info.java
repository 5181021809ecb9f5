/** Makes clean pictures of untrusted bytes: looks at their head first, decodes what is within the limits, writes it anew. */
@NullMarked
package news.platform.content.picture;

import org.jspecify.annotations.NullMarked;
