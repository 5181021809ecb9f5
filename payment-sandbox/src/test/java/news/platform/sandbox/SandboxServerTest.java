package news.platform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxServerTest {
    private static final String SECRET = "a secret of the sandbox";

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> callbacks = new LinkedBlockingQueue<>();
    private SandboxServer sandbox;
    private HttpServer merchant;

    @BeforeEach
    void start() throws IOException {
        sandbox = SandboxServer.start(0, SECRET, InstantSource.system());
        merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        merchant.createContext("/", exchange -> {
            callbacks.add(new String(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(
                    exchange.getRequestHeaders().containsKey("X-Sandbox-Signature") ? 200 : 401, -1);
            exchange.close();
        });
        merchant.start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        merchant.stop(0);
        client.shutdownNow();
    }

    @Test
    void isPaidByAPostWithoutABody() throws Exception {
        var page = charge("r1");

        assertThat(get(page).body()).contains("Annual &lt;membership&gt;", "19.99 CNY", "Pay", "Refuse");
        assertThat(post(page, "").body()).isEqualTo("{\"reference\":\"r1\",\"state\":\"PAID\"}");
        assertThat(post(page, "").statusCode()).isEqualTo(200);
        assertThat(post(page, "decision=refuse").statusCode()).isEqualTo(409);
        assertThat(next()).contains("\"charge.paid\"", "\"r1\"", "1999");
        assertThat(callbacks).isEmpty();
        assertThat(get(page).body()).contains("Paid");
    }

    @Test
    void sendsWhatItIsToldTo() throws Exception {
        faults("{\"mode\":\"NORMAL\",\"repeat\":2}");
        post(charge("r1"), "decision=refuse");

        assertThat(next()).contains("charge.failed").isEqualTo(next()).isEqualTo(next());
        faults("{\"mode\":\"NORMAL\",\"dropPercent\":100}");
        post(charge("r2"), "");
        assertThat(post(sandbox.url() + "/control/repeat", "").body()).isEqualTo("{\"callbacks\":2}");
        assertThat(next() + next()).contains("charge.failed", "charge.paid");
    }

    @Test
    void closesWhatNobodyPaid() throws Exception {
        var left = charge("r1");
        var paid = charge("r2");
        var refused = charge("r3");
        post(paid, "");
        post(refused, "decision=refuse");

        assertThat(close("r1").body())
                .contains("\"CLOSED\"")
                .isEqualTo(close("r1").body());
        assertThat(close("r2"))
                .returns(409, HttpResponse::statusCode)
                .returns("{\"detail\":\"already paid\"}", HttpResponse::body);
        assertThat(close("r3").statusCode()).isEqualTo(409);
        assertThat(close("r4").statusCode()).isEqualTo(404);

        assertThat(post(left, "").statusCode()).isEqualTo(409);
        assertThat(get(left).body()).contains("cannot be paid any more");
        assertThat(next() + next()).contains("charge.paid", "charge.failed").doesNotContain("\"r1\"");
    }

    @Test
    void forges() throws Exception {
        charge("r1");

        var forged =
                post(sandbox.url() + "/control/forge", "{\"reference\":\"r1\"}").body();

        assertThat(forged).contains("{\"how\":\"not signed\",\"status\":401}");
        assertThat(callbacks).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"mode":"BROKEN"}   | no Faults
            {"dropPercent":101} | dropPercent: 101
            nothing             | no Faults""")
    void saysWhatIsWrongWithAnOrder(String faults, String problem) throws Exception {
        var answer = faults(faults);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(problem);
    }

    @Test
    void failsAndFreezesUntilItIsToldNotTo() throws Exception {
        var page = charge("r1");
        faults("{\"mode\":\"FAILING\"}");
        assertThat(get(page).statusCode()).isEqualTo(503);
        faults("{\"mode\":\"FROZEN\"}");
        var frozen = client.sendAsync(request(page).GET().build(), BodyHandlers.ofString());
        assertThat(frozen).isNotDone();

        faults("{\"mode\":\"NORMAL\"}");

        assertThat(get(page).statusCode()).isEqualTo(200);
        frozen.cancel(true);
    }

    private String charge(String reference) throws Exception {
        var body = """
                {"reference":"%s","amountMinor":1999,"currency":"CNY","description":"Annual <membership>",
                 "expireTime":"%s","notifyUrl":"http://127.0.0.1:%d/"}""".formatted(
                reference, Instant.now().plusSeconds(60), merchant.getAddress().getPort());
        var answer = client.send(
                request(sandbox.url() + "/v1/charges")
                        .header("Authorization", "Bearer " + SECRET)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll(".*\"payUrl\":\"([^\"]+)\".*", "$1");
    }

    private HttpResponse<String> close(String reference) throws Exception {
        return client.send(
                request(sandbox.url() + "/v1/closings")
                        .header("Authorization", "Bearer " + SECRET)
                        .POST(BodyPublishers.ofString("{\"reference\":\"%s\"}".formatted(reference)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> faults(String faults) throws Exception {
        return client.send(
                request(sandbox.url() + "/control/faults")
                        .PUT(BodyPublishers.ofString(faults))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String url, String body) throws Exception {
        return client.send(request(url).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client.send(request(url).GET().build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    private String next() throws InterruptedException {
        var callback = callbacks.poll(20, TimeUnit.SECONDS);
        assertThat(callback).isNotNull();
        return callback;
    }
}
