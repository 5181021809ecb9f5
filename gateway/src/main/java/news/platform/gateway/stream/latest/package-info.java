/** Streams in mode latest: the last value of each key, merged for whoever is slow. */
@NullMarked
package news.platform.gateway.stream.latest;

import org.jspecify.annotations.NullMarked;
