package news.platform.thirdparty.mention;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import news.platform.thirdparty.clean.IncomingItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which instruments an item is about: those that its source says, and those of the platform whose codes its text has. */
@Component
public final class Mentions {
    private static final int MOST = 20;

    private final JdbcClient jdbc;

    Mentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most twenty symbols, what the source says first. */
    public List<String> of(IncomingItem item) {
        var codes = Codes.in(item.title() + "\n" + item.summary() + "\n" + text(item.bodyHtml()));
        var found = codes.isEmpty() ? List.<String>of() : known(codes);
        return Stream.concat(item.symbols().stream(), found.stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Tags out of the way, so that no address counts and no code is torn. */
    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ");
    }

    /** A code without its exchange counts where only one exchange has it. */
    private List<String> known(Collection<String> codes) {
        return jdbc.sql("""
                        select min(symbol) from priced_instrument
                         where symbol = any (:codes) or code = any (:codes)
                         group by case when symbol = any (:codes) then symbol else code end
                        having count(*) = 1
                         order by min(symbol)""")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
