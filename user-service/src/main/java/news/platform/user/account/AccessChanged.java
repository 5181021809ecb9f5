package news.platform.user.account;

/**
 * What the account's sessions were granted no longer holds: its roles changed or it is deleted. Published inside the
 * transaction of the change; listeners take part in it.
 */
public record AccessChanged(String userId) {}
