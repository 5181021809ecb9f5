package news.platform.content.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import news.platform.test.grpc.TestCertificates;

/** Asks for images as the gateway does. */
record MediaClient(int port, HttpClient http) {
    static MediaClient at(int port) {
        return new MediaClient(
                port,
                HttpClient.newBuilder()
                        .sslContext(TestCertificates.context(TestCertificates.of("gateway")))
                        .build());
    }

    /** @param headers names and values by turns */
    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }
}
