package news.platform.gateway.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which web sites may call the API from a browser.
 *
 * @param ownOrigins the sites that the API itself is under, e.g. https://news.example.com; needed where TLS ends at a proxy
 *     that is not trusted or does not send X-Forwarded-Proto; default: what the request itself says
 * @param allowedOrigins e.g. https://news.example.com, a * within a name stands for any; default: none
 * @param maxAge how long a browser remembers a preflight; default: 1 h
 */
@ConfigurationProperties("news.gateway.cors")
record CorsProperties(
        @DefaultValue List<String> ownOrigins,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("1h") Duration maxAge) {}
