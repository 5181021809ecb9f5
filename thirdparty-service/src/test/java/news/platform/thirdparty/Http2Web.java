package news.platform.thirdparty;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStoreException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.test.grpc.TestCertificates;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLHostConfigCertificate.Type;

/** A server of HTTP/2 over TLS that answers as a test tells it to, and keeps what it was asked. */
public final class Http2Web implements AutoCloseable {
    private static final String PASSWORD = "secret";

    private final Tomcat tomcat = new Tomcat();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** @param headers by name in lower case */
    public record Asked(String protocol, String path, String query, Map<String, String> headers, String body) {}

    /** An answer, in JSON. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body);
        }
    }

    public Http2Web(Path folder, Function<Asked, Answer> answers) {
        try {
            tomcat.setBaseDir(folder.toString());
            tomcat.setConnector(connector());
            var context = tomcat.addContext("", null);
            var all = Tomcat.addServlet(context, "all", new HttpServlet() {
                @Override
                protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                    var question = asked(request);
                    asked.add(question);
                    send(answers.apply(question), response);
                }
            });
            all.addMapping("/*");
            tomcat.start();
        } catch (LifecycleException | KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it was asked so far. */
    public List<Asked> asked() {
        return asked;
    }

    public URI uri() {
        return URI.create("https://127.0.0.1:" + tomcat.getConnector().getLocalPort());
    }

    /** A client that trusts it. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(TestCertificates.context(TestCertificates.of("client")))
                .build();
    }

    private static Connector connector() throws KeyStoreException {
        var tls = new SSLHostConfig();
        var certificate = new SSLHostConfigCertificate(tls, Type.UNDEFINED);
        certificate.setCertificateKeystorePassword(PASSWORD);
        certificate.setCertificateKeystore(TestCertificates.of("localhost").toKeyStore(PASSWORD.toCharArray()));
        tls.addCertificate(certificate);
        var connector = new Connector();
        connector.setPort(0);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(tls);
        var http2 = new Http2Protocol();
        // many small messages are what it is for
        http2.setOverheadDataThreshold(0);
        connector.addUpgradeProtocol(http2);
        return connector;
    }

    private static Asked asked(HttpServletRequest request) throws IOException {
        Map<String, String> headers = Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(String::toLowerCase, request::getHeader, (one, _) -> one));
        // by HTTP/2 it comes as the authority
        headers.putIfAbsent("host", request.getServerName() + ":" + request.getServerPort());
        return new Asked(
                request.getProtocol(),
                request.getRequestURI(),
                request.getQueryString() == null ? "" : request.getQueryString(),
                headers,
                new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void send(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentType("application/json");
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
