package news.platform.content.right;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who reads premium articles without having bought anything.
 *
 * @param fullRoles the roles to which everything is open. The edge asks for who has a role that some method demands. Default: none
 */
@ConfigurationProperties("news.content.right")
record RightProperties(@DefaultValue Set<String> fullRoles) {}
