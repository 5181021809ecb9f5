package news.platform.comment.declared;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules that an operator has written down.
 *
 * @param file JSON, see {@link Rules}; looked at each second. Default: none
 */
@ConfigurationProperties("news.comment.declared")
record DeclaredProperties(@DefaultValue("") String file) {}
