package news.platform.ranking.engagement;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.function.Function;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often articles were read. A viewer counts once for each article, a network only so often for one article and for all of
 * them; whoever was counted is remembered in the transaction that counts.
 */
@Component
final class Views {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ViewProperties properties;

    Views(JdbcClient jdbc, Clock clock, ViewProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Counts what counts of these, in one statement. Each table is written in the order of its keys and after the one before,
     * so that two batches never wait for each other crosswise.
     */
    void count(Collection<View> views) {
        var distinct = new LinkedHashMap<String, View>();
        views.forEach(view -> distinct.putIfAbsent(view.key().toString(), view));
        jdbc.sql("""
                        with batch as materialized (
                            select key, target, network
                              from unnest(cast(:keys as uuid[]), cast(:targets as text[]), cast(:networks as text[]))
                                as view (key, target, network)),
                        busy as (
                            insert into network as known (network, views, create_time)
                            select network, count(*), :now from batch group by network order by network
                            on conflict (network) do update set views = known.views + excluded.views
                            returning network, coalesce(old.views, 0) as before),
                        fresh as (
                            insert into viewer (key, create_time)
                            select key, :now from batch join busy using (network) where before < :perNetworkInAll order by key
                            on conflict do nothing
                            returning key),
                        allowed as (
                            insert into network_target as known (target, network, views, create_time)
                            select target, network, count(*), :now from batch join fresh using (key)
                             group by target, network order by target, network
                            on conflict (target, network) do update set views = known.views + excluded.views
                            returning target, least(new.views, :perNetwork) - least(coalesce(old.views, 0), :perNetwork) as views)
                        insert into engagement as known (target, views, create_time)
                        select target, sum(views), :now from allowed group by target having sum(views) > 0 order by target
                        on conflict (target) do update set views = known.views + excluded.views""")
                .param("keys", column(distinct.values(), view -> view.key().toString()))
                .param("targets", column(distinct.values(), View::target))
                .param("networks", column(distinct.values(), View::network))
                .param("perNetwork", properties.perNetwork())
                .param("perNetworkInAll", properties.perNetworkInAll())
                .param("now", Instants.parameter(clock.instant()))
                .update();
    }

    private static String[] column(Collection<View> views, Function<View, String> value) {
        return views.stream().map(value).toArray(String[]::new);
    }
}
