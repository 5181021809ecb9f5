/** Payment channels: the port that each is behind, and what they are asked and tell. */
@NullMarked
package news.platform.thirdparty.channel;

import org.jspecify.annotations.NullMarked;
