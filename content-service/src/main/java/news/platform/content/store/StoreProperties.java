package news.platform.content.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where images are kept: in a folder, or in a bucket where one is named.
 *
 * @param folder that all replicas share; default {@code images} in the working directory
 * @param s3 the bucket; default: none
 */
@ConfigurationProperties("news.content.store")
record StoreProperties(
        @DefaultValue("images") Path folder, @Nullable S3 s3) {
    /**
     * A bucket. Without keys of its own the SDK finds credentials where it always does: environment, web identity, instance.
     *
     * @param bucket its name
     * @param region default us-east-1, which servers other than Amazon's do not look at
     * @param endpoint of a server other than Amazon's; default: Amazon's of the region
     * @param accessKey of the bucket's user; default: as the SDK finds it
     * @param secretKey the same
     * @param timeout of one attempt; default 10 s
     */
    record S3(
            String bucket,
            @DefaultValue("us-east-1") String region,
            @Nullable URI endpoint,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("10s") Duration timeout) {
        S3 {
            require(!bucket.isBlank(), "bucket", bucket, "a name");
            require(timeout.isPositive(), "timeout", timeout, "> 0s");
            require((accessKey == null) == (secretKey == null), "secret-key", "", "with access-key, and only then");
        }

        private static void require(boolean holds, String name, Object value, String expected) {
            if (!holds) {
                throw new IllegalArgumentException(
                        "news.content.store.s3." + name + ": " + value + " (expected: " + expected + ")");
            }
        }

        @Override
        public String toString() {
            return "S3[bucket=" + bucket + ", region=" + region + ", endpoint=" + endpoint + "]";
        }
    }
}
