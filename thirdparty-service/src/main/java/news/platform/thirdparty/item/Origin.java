package news.platform.thirdparty.item;

/**
 * Where items come from.
 *
 * @param id a feed source's or a partner's; items are told apart within it
 * @param target what its items become
 */
public record Origin(String id, Target target) {}
