package news.platform.gateway.contract;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the edge is made from.
 *
 * @param descriptors class path names of the descriptor sets, of which all that have one are read; default: contracts.desc
 */
@ConfigurationProperties("news.gateway.contract")
record ContractProperties(@DefaultValue("contracts.desc") List<String> descriptors) {}
