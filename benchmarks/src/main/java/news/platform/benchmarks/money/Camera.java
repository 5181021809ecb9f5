package news.platform.benchmarks.money;

import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import news.platform.benchmarks.money.Picture.Balance;
import news.platform.benchmarks.money.Picture.Reading;
import news.platform.benchmarks.shop.Buyers;
import news.platform.benchmarks.shop.Caller;
import news.platform.benchmarks.shop.Sandbox;
import news.platform.benchmarks.shop.Shop;
import news.platform.benchmarks.shop.Sum;

/** Takes pictures of where the run's money is; what was left over before the run is not in them. */
final class Camera {
    private final Caller caller;
    private final Sandbox sandbox;
    private final Stores stores;
    private final Shop shop;
    private final Buyers buyers;
    private final String admin;
    private final List<String> before;

    Camera(Caller caller, Sandbox sandbox, Stores stores, Shop shop, Buyers buyers, String admin) {
        this.caller = caller;
        this.sandbox = sandbox;
        this.stores = stores;
        this.shop = shop;
        this.buyers = buyers;
        this.admin = admin;
        this.before = stores.left();
    }

    Picture picture() {
        var left = stores.left();
        left.removeAll(before);
        return new Picture(
                stores.orders(),
                stores.payments(),
                stores.grants(),
                sandbox.books(),
                stores.limits(),
                balances(),
                stores.transfers(),
                stores.clearing(),
                readings(),
                left);
    }

    private List<Balance> balances() {
        return StreamSupport.stream(
                        Caller.ok(caller.get("/api/v1/ledger/balances", admin))
                                .json()
                                .path("balances")
                                .spliterator(),
                        false)
                .map(balance -> new Balance(balance.path("account").asString(), Sum.of(balance.path("net"))))
                .toList();
    }

    private List<Reading> readings() {
        var readers = new HashSet<>(stores.readers(shop.openedArticle()));
        return buyers.all().stream()
                .map(buyer -> new Reading(
                        buyer.id(),
                        readers.contains(buyer.id()),
                        caller.get("/api/v1/articles/" + shop.openedArticle(), buyer.token())
                                .json()
                                .path("access")
                                .path("granted")
                                .asBoolean(false)))
                .toList();
    }
}
