/** Question and answer: what the chain, the cache in front of it and the call behind it hand to each other. */
@NullMarked
package news.platform.gateway.answer;

import org.jspecify.annotations.NullMarked;
