package news.platform.policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an operator's overrides are found.
 *
 * @param file path of the file, see {@link PolicyFile}; it need not be there. Default: empty, nothing can be overridden
 */
@ConfigurationProperties("news.policy")
record PolicyProperties(@DefaultValue("") String file) {}
