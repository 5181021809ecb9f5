package news.platform.content.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** In a bucket of whatever speaks S3. An object appears whole or not at all, which is S3's own promise. */
final class S3BlobStore implements BlobStore, AutoCloseable {
    private final S3Client client;
    private final String bucket;

    S3BlobStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(String name, Path file) throws IOException {
        BlobName.checked(name);
        asked(() -> client.putObject(request -> request.bucket(bucket).key(name), RequestBody.fromFile(file)));
    }

    @Override
    public boolean copy(String name, long from, long length, OutputStream to) throws IOException {
        BlobName.checked(name);
        var found = asked(() -> client.getObject(
                request -> request.bucket(bucket).key(name).range("bytes=%d-%d".formatted(from, from + length - 1))));
        if (found.isPresent()) {
            try (var in = found.get()) {
                in.transferTo(to);
            }
        }
        return found.isPresent();
    }

    @Override
    public Optional<Long> size(String name) throws IOException {
        BlobName.checked(name);
        return asked(() ->
                client.headObject(request -> request.bucket(bucket).key(name)).contentLength());
    }

    @Override
    public void delete(String name) throws IOException {
        BlobName.checked(name);
        asked(() -> client.deleteObject(request -> request.bucket(bucket).key(name)));
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> Optional<T> asked(Call<? extends T> call) throws IOException {
        try {
            return Optional.of(call.answer());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new IOException("the bucket does not answer as it should", e);
        }
    }

    private interface Call<T> {
        T answer();
    }
}
