package news.platform.__name__.__name__;

import java.time.Instant;

/**
 * One __name__.
 *
 * @param id opaque
 * @param name shown
 * @param createTime when it was made
 */
record __Name__(String id, String name, Instant createTime) {}
