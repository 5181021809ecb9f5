package news.platform.content.offer;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import news.platform.content.offer.Offered.Kind;
import news.platform.content.right.Opening;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What would open an article, by the rows that events have built; nobody is asked. The same for all who have no right to it. */
@Component
public final class Offers {
    private static final int MEMBERSHIPS = 3;
    private static final String[] KINDS =
            Stream.of(Kind.values()).map(Kind::name).toArray(String[]::new);

    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The ids of the products on sale that open an article: the cheapest one that is the article alone, the cheapest course, the three
     * cheapest memberships. What costs the same, or is not sold in the platform's own currency, is in the order of the ids.
     *
     * @param channelIds the channels that the article appears in
     */
    public List<String> of(String articleId, Collection<String> channelIds) {
        return jdbc.sql("""
                        with recursive above (id) as (
                             select unnest(:channels) collate "C"
                              union
                             select c.parent_id from channel c join above a on a.id = c.id where c.parent_id is not null),
                        opening (scope) as (
                             select :article
                              union
                             select 'plans/' || p.id
                               from plan p
                              where p.opens && (cast(array['everything', :article] as text[]) || array(select 'channels/' || id from above)))
                        select id
                          from (select p.id, p.kind, row_number() over (partition by p.kind order by p.cost, p.id) as place
                                  from offered_product p
                                 where p.id in (select s.product_id from offered_scope s join opening using (scope))) ranked
                         where place <= case kind when 'MEMBERSHIP' then :memberships else 1 end
                         order by array_position(cast(:kinds as text[]), kind), place""")
                .param("article", Opening.article(articleId))
                .param("channels", channelIds.toArray(String[]::new))
                .param("memberships", MEMBERSHIPS)
                .param("kinds", KINDS)
                .query(String.class)
                .list();
    }
}
