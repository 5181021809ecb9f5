package news.platform.calendar.release;

/**
 * What figures are published of.
 *
 * @param country ISO 3166, or EA for the euro area
 * @param unit in what they are counted
 */
public record Indicator(String id, String name, String country, String unit) {}
