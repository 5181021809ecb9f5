package news.platform.policy;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator overrides, e.g.
 * {@code news.policy.overrides."[news.platform.content.v1.ArticleService/GetArticle]".max-concurrent=8}.
 *
 * @param overrides by full method name, then by field of policy.proto; see {@link Policies}. Default: none
 */
@ConfigurationProperties("news.policy")
record PolicyProperties(@DefaultValue Map<String, Map<String, String>> overrides) {}
