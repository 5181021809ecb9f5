package news.platform.gateway.transcode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a request may weigh.
 *
 * @param maxBodySize the longest body that is read, in bytes unless a unit is given; default: 1 MiB; above it 413
 * @param maxNesting how deep JSON may be nested; default: 32; above it 400
 */
@ConfigurationProperties("news.gateway.transcode")
public record TranscodeProperties(
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("32") int maxNesting) {}
