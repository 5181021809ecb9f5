package news.platform.notification.fanout;

import java.util.List;

/**
 * Those who are told of a story next.
 *
 * @param upTo the last of them, whether they want to be told or not; empty: there is nobody
 * @param last whether nobody comes after them
 */
record Group(List<Recipient> recipients, String upTo, boolean last) {
    static final Group NOBODY = new Group(List.of(), "", true);
}
