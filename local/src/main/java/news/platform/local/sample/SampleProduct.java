package news.platform.local.sample;

import java.util.List;
import java.util.Map;

/**
 * One product of the sample content, as its file has it.
 *
 * @param slug its name in the file, never changed
 * @param articles the sample articles that it opens, by their slugs
 * @param product the rest, as the API takes it
 */
record SampleProduct(String slug, List<String> articles, Map<String, Object> product) {}
