package news.platform.content.store;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    @Bean
    BlobStore blobStore(StoreProperties properties) {
        return of(properties);
    }

    static BlobStore of(StoreProperties properties) {
        var s3 = properties.s3();
        return s3 == null ? new FileBlobStore(properties.folder()) : new S3BlobStore(client(s3), s3.bucket());
    }

    /** Names of buckets stay in paths where the server is not Amazon's: its certificate knows no names below its own. */
    private static S3Client client(StoreProperties.S3 s3) {
        var client = S3Client.builder()
                .region(Region.of(s3.region()))
                .credentialsProvider(credentials(s3.accessKey(), s3.secretKey()))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(s3.timeout()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(s3.timeout())
                        .socketTimeout(s3.timeout()));
        if (s3.endpoint() != null) {
            client.endpointOverride(s3.endpoint()).forcePathStyle(true);
        }
        return client.build();
    }

    private static AwsCredentialsProvider credentials(@Nullable String accessKey, @Nullable String secretKey) {
        return accessKey == null || secretKey == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }
}
