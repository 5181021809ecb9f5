package news.platform.market.instrument;

/**
 * Something with a price.
 *
 * @param symbol the code by which it is known everywhere
 * @param nameZh empty where it has none
 * @param pinyin the Chinese name as syllables without tones, ü as v: {@code bei feng}
 * @param exchange where it is traded; its calendar says when
 * @param currencyCode in what its price is counted, ISO 4217
 * @param decimals how many its price has
 */
public record Instrument(
        String symbol,
        String name,
        String nameZh,
        String pinyin,
        String exchange,
        Kind kind,
        String currencyCode,
        int decimals) {}
