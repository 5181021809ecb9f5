/** Messages as JSON and back, strictly, with the field that is wrong. */
@NullMarked
package news.platform.gateway.transcode.json;

import org.jspecify.annotations.NullMarked;
