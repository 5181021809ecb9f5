/** Accounts: registration, profile, roles, deletion. Whoever holds sessions listens to {@code AccessChanged}. */
@NullMarked
package news.platform.user.account;

import org.jspecify.annotations.NullMarked;
