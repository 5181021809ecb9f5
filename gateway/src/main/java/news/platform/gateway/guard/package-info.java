/** What every request owes before it is answered: its address, its rate limit, its place under the concurrency limit, its token. */
@NullMarked
package news.platform.gateway.guard;

import org.jspecify.annotations.NullMarked;
