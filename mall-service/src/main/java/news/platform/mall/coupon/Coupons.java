package news.platform.mall.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.platform.mall.coupon.Coupon.Off;
import news.platform.mall.money.Amount;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The coupons in the database, and by whom they are used. */
@Component
final class Coupons {
    private static final String SELECT = """
            select code, percent, amount, currency, from_time, to_time, total_limit, user_limit, used, create_time
              from coupon\s""";
    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.parse("9999-12-31T00:00:00Z"), "");

    private final JdbcClient jdbc;

    Coupons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where there is one of this code. */
    boolean add(Coupon coupon) {
        var sum = coupon.off() instanceof Off.Sum(Amount amount) ? amount : null;
        return jdbc.sql("""
                                insert into coupon (
                                    code, percent, amount, currency, from_time, to_time, total_limit, user_limit, create_time)
                                values (:code, :percent, :amount, :currency, :from, :to, :totalLimit, :userLimit, :createTime)
                                on conflict (code) do nothing""")
                        .param("code", coupon.code())
                        .param("percent", coupon.off() instanceof Off.Percent(int percent) ? percent : null)
                        .param("amount", sum == null ? null : sum.minor())
                        .param("currency", sum == null ? null : sum.currency())
                        .param("from", Instants.parameter(coupon.from()))
                        .param("to", Instants.parameter(coupon.to()))
                        .param("totalLimit", coupon.totalLimit())
                        .param("userLimit", coupon.userLimit())
                        .param("createTime", Instants.parameter(coupon.createTime()))
                        .update()
                == 1;
    }

    Optional<Coupon> find(String code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code)
                .query(Coupons::coupon)
                .optional();
    }

    /** Latest first, those after the given place; from the start where it is empty. */
    List<Coupon> page(Optional<TimeAndId> after, int limit) {
        var place = after.orElse(BEFORE_ALL);
        return jdbc.sql(SELECT + """
                        where (create_time, code) < (:time, :code)
                        order by create_time desc, code desc limit :limit""")
                .param("time", Instants.parameter(place.time()))
                .param("code", place.id())
                .param("limit", limit)
                .query(Coupons::coupon)
                .list();
    }

    /** Counts one more use by this user; false where it is one more than the limit. */
    boolean countUser(String code, String userId, @Nullable Integer limit) {
        return jdbc.sql("""
                                insert into coupon_user (code, user_id, used) values (:code, :user, 1)
                                on conflict (code, user_id) do update set used = coupon_user.used + 1
                                 where coupon_user.used < :limit""")
                        .param("code", code)
                        .param("user", userId)
                        .param("limit", limit == null ? Integer.MAX_VALUE : limit)
                        .update()
                == 1;
    }

    /** Counts one more use in all; false where it is one more than the limit. Its row is kept until the transaction ends. */
    boolean count(String code) {
        return jdbc.sql("""
                                update coupon set used = used + 1
                                 where code = :code and (total_limit is null or used < total_limit)""").param("code", code).update() == 1;
    }

    /** Takes one use by this user back. */
    void uncount(String code, String userId) {
        jdbc.sql("update coupon_user set used = used - 1 where code = :code and user_id = :user")
                .param("code", code)
                .param("user", userId)
                .update();
        jdbc.sql("update coupon set used = used - 1 where code = :code")
                .param("code", code)
                .update();
    }

    private static Coupon coupon(ResultSet row, int number) throws SQLException {
        return new Coupon(
                row.getString("code"),
                off(row),
                Instants.of(row, "from_time"),
                Instants.optional(row, "to_time").orElse(null),
                row.getObject("total_limit", Integer.class),
                row.getObject("user_limit", Integer.class),
                row.getInt("used"),
                Instants.of(row, "create_time"));
    }

    private static Off off(ResultSet row) throws SQLException {
        var percent = row.getObject("percent", Integer.class);
        return percent == null
                ? new Off.Sum(new Amount(row.getString("currency"), row.getLong("amount")))
                : new Off.Percent(percent);
    }
}
