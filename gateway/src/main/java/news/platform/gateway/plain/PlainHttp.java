package news.platform.gateway.plain;

import java.util.List;

/**
 * All plain HTTP that is passed on.
 *
 * @param all in the order of the table
 */
public record PlainHttp(List<Plain> all) {

    public PlainHttp {
        all = List.copyOf(all);
    }
}
