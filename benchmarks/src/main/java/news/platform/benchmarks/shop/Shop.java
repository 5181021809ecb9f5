package news.platform.benchmarks.shop;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.platform.local.console.Complaint;
import tools.jackson.databind.JsonNode;

/**
 * What can be bought in a run, and by which coupons.
 *
 * @param membership opens everything for a month
 * @param article opens one premium article for good
 * @param course opens two of them
 * @param scarce a membership of which there are a few
 * @param percent a coupon that makes cheaper, a few times
 * @param free a coupon by which an order costs nothing, a few times
 * @param openedArticle what {@code article} opens
 */
public record Shop(
        String membership,
        String article,
        String course,
        String scarce,
        String percent,
        String free,
        String openedArticle) {
    private static final List<String> SCOPES_OF_A_MEMBERSHIP = List.of("plans/premium");

    /**
     * Makes it.
     *
     * @param few how many of the scarce product and of each coupon there are
     */
    public static Shop make(Caller caller, String admin, int few) {
        var premium = premium(caller, "", List.of());
        return new Shop(
                product(caller, admin, "PRODUCT_KIND_MEMBERSHIP", SCOPES_OF_A_MEMBERSHIP, "P1M", Map.of()),
                product(
                        caller,
                        admin,
                        "PRODUCT_KIND_ARTICLE",
                        premium.subList(0, 1),
                        "",
                        Map.of("refundPolicy", "REFUND_POLICY_KEEP")),
                product(caller, admin, "PRODUCT_KIND_COURSE", premium, "", Map.of()),
                product(caller, admin, "PRODUCT_KIND_MEMBERSHIP", SCOPES_OF_A_MEMBERSHIP, "P7D", Map.of("stock", few)),
                coupon(caller, admin, 15, few),
                coupon(caller, admin, 100, few),
                premium.getFirst().substring("articles/".length()));
    }

    /** Two premium articles, of the newest that there are. */
    private static List<String> premium(Caller caller, String pageToken, List<String> before) {
        var page = Caller.ok(caller.get("/api/v1/articles?pageSize=100&pageToken=" + pageToken, ""))
                .json();
        var found = Stream.concat(
                        before.stream(),
                        StreamSupport.stream(page.path("articles").spliterator(), false)
                                .filter(article -> article.path("premium").asBoolean(false))
                                .map(article -> "articles/" + article.path("id").asString()))
                .limit(2)
                .toList();
        var next = page.path("nextPageToken").asString("");
        if (found.size() < 2 && next.isEmpty()) {
            throw new Complaint("There are no two premium articles to be bought: ./news up publishes some.");
        }
        return found.size() < 2 ? premium(caller, next, found) : found;
    }

    private static String product(
            Caller caller, String admin, String kind, List<String> scopes, String validity, Map<String, ?> more) {
        var draft = new HashMap<String, Object>(more);
        draft.put("kind", kind);
        draft.put("texts", List.of(Map.of("lang", "en", "name", "Bench", "description", "")));
        draft.put(
                "prices",
                List.of(new Sum("CNY", 3099).message(), new Sum("JPY", 601).message(), new Sum("KWD", 1501).message()));
        draft.put("validity", validity);
        draft.put("scopes", scopes);
        return made(caller, admin, "/api/v1/products", draft).path("id").asString();
    }

    private static String coupon(Caller caller, String admin, int percent, int few) {
        var code = "BENCH-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
        var draft = Map.of("code", code, "percentOff", percent, "totalLimit", few, "userLimit", 2);
        return made(caller, admin, "/api/v1/coupons", draft).path("code").asString();
    }

    private static JsonNode made(Caller caller, String admin, String path, Map<String, ?> draft) {
        return Caller.ok(caller.post(path, draft, admin)).json();
    }
}
