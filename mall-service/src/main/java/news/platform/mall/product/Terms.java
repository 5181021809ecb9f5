package news.platform.mall.product;

import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.mall.money.Amount;
import news.platform.mall.product.Product.RefundPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a product is called, what it costs and what it opens.
 *
 * @param texts one in each language
 * @param prices one in each currency
 * @param validity for how long it opens its scopes; null: for good
 * @param scopes {@code plans/id} or {@code articles/id}
 */
record Terms(
        List<Text> texts,
        List<Amount> prices,
        @Nullable Period validity,
        List<String> scopes,
        RefundPolicy refundPolicy) {
    private static final String ENGLISH = "en";
    private static final String PLANS = "plans/";

    Terms {
        texts = List.copyOf(texts);
        prices = List.copyOf(prices);
        scopes = List.copyOf(scopes);
    }

    /** What it is called in one language. */
    record Text(String lang, String name, String description) {}

    /** What it costs; empty where it is not sold in this currency. */
    Optional<Amount> price(String currency) {
        return prices.stream()
                .filter(price -> price.currency().equals(currency))
                .findFirst();
    }

    /** In the language asked for, else in English, else in another one. */
    Text text(String lang) {
        return text(texts, lang).or(() -> text(texts, ENGLISH)).orElseGet(texts::getFirst);
    }

    private static Optional<Text> text(List<Text> texts, String lang) {
        return texts.stream().filter(text -> text.lang().equals(lang)).findFirst();
    }

    /**
     * Refuses what does not fit the kind, and what is said twice or not at all.
     *
     * @param prefix of the fields' names
     */
    Terms require(Product.Kind kind, String prefix) {
        require(once(texts, Text::lang), prefix + "texts", "each language once, one at least");
        require(once(prices, Amount::currency), prefix + "prices", "each currency once, one at least");
        require(
                opens(kind),
                prefix + "scopes",
                switch (kind) {
                    case MEMBERSHIP -> "plans, as it is a membership";
                    case COURSE -> "articles, as it is a course";
                    case ARTICLE -> "one article, as it is that";
                });
        require(
                kind != Product.Kind.MEMBERSHIP || validity != null,
                prefix + "validity",
                "a period, as it is a membership");
        return this;
    }

    private boolean opens(Product.Kind kind) {
        return !scopes.isEmpty()
                && switch (kind) {
                    case MEMBERSHIP -> scopes.stream().allMatch(scope -> scope.startsWith(PLANS));
                    case COURSE -> scopes.stream().noneMatch(scope -> scope.startsWith(PLANS));
                    case ARTICLE -> scopes.size() == 1 && !scopes.getFirst().startsWith(PLANS);
                };
    }

    private static <T> boolean once(List<T> values, Function<T, Object> key) {
        var keys = new HashSet<>();
        return !values.isEmpty() && values.stream().allMatch(value -> keys.add(key.apply(value)));
    }

    private static void require(boolean holds, String field, String expected) {
        if (!holds) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD, field, "not as it must be (expected: " + expected + ")");
        }
    }
}
