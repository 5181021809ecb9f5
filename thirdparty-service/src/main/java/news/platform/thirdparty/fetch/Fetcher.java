package news.platform.thirdparty.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import news.platform.thirdparty.fetch.FetchResult.Content;
import news.platform.thirdparty.fetch.FetchResult.Failed;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Fetches from hosts that are not to be trusted: only public addresses, checked for each redirect again, within hard limits
 * of time and size. What the host does wrong is an answer, never an exception. Thread-safe; call it from a virtual thread.
 */
public final class Fetcher implements AutoCloseable {
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
                    + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    private final FetchProperties properties;
    private final Clock clock;
    private final CheckedDns dns;
    private final CloseableHttpClient client;
    private final ExecutorService fetches = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("fetch-", 0).factory());

    public Fetcher(FetchProperties properties, Clock clock) {
        this(properties, clock, InetAddress::getAllByName);
    }

    Fetcher(FetchProperties properties, Clock clock, HostResolver resolver) {
        this.properties = properties;
        this.clock = clock;
        this.dns = new CheckedDns(resolver, new AddressPolicy(properties.allowedPrivateHosts()));
        this.client = FetchClient.create(properties, dns);
    }

    /** Follows redirects to a body. Takes no longer than the total timeout, whatever the host does. */
    public FetchResult fetch(FetchRequest request) {
        Duration limit = properties.totalTimeout();
        return within(limit, () -> follow(request))
                .orElseGet(() -> failed(FetchFailure.TIMEOUT, "not done after " + limit.toMillis() + " ms"));
    }

    /**
     * Says whether an address leads into a network that is not public, as far as a look-up within {@code limit} can tell; a
     * name that cannot be looked up now is not refused, since each fetch checks again.
     */
    public boolean isForbidden(URI uri, Duration limit) {
        return within(limit, () -> {
                    try {
                        dns.resolve(Urls.host(uri), Urls.port(uri));
                        return false;
                    } catch (ForbiddenAddressException forbidden) {
                        return true;
                    } catch (UnknownHostException unknown) {
                        return false;
                    }
                })
                .orElse(false);
    }

    @Override
    public void close() throws IOException {
        fetches.shutdownNow();
        client.close();
    }

    private FetchResult follow(FetchRequest request) {
        URI uri = request.uri();
        var moves = new Moves();
        for (int redirects = 0; redirects <= properties.maxRedirects(); redirects++) {
            Optional<URI> target = Urls.canonical(uri.toString());
            if (target.isEmpty()) {
                return failed(
                        redirects == 0 ? FetchFailure.BAD_ADDRESS : FetchFailure.BAD_REDIRECT,
                        "cannot be asked: " + uri);
            }
            Step step = ask(target.get(), request);
            switch (step) {
                case Step.Done(FetchResult result) -> {
                    return moves.judge(result);
                }
                case Step.Redirect(URI next, boolean lasting) -> {
                    moves.follow(next, lasting);
                    uri = next;
                }
            }
        }
        return failed(FetchFailure.BAD_REDIRECT, "more than " + properties.maxRedirects() + " redirects");
    }

    private Step ask(URI uri, FetchRequest request) {
        var get = new HttpGet(uri);
        get.setHeader(HttpHeaders.ACCEPT, ACCEPT);
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
        if (!request.bearer().isEmpty() && Urls.sameOrigin(uri, request.uri())) {
            get.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + request.bearer());
        }
        if (request.etag() != null) {
            get.setHeader(HttpHeaders.IF_NONE_MATCH, request.etag());
        }
        if (request.lastModified() != null) {
            get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, request.lastModified());
        }
        try {
            return client.execute(get, response -> read(uri, request, response));
        } catch (IOException e) {
            return new Step.Done(failure(e));
        }
    }

    private Step read(URI uri, FetchRequest request, ClassicHttpResponse response) throws IOException {
        var headers = new ResponseHeaders(response, clock);
        int status = response.getCode();
        Step step =
                switch (status) {
                    case 200, 203, 226 -> new Step.Done(content(uri, response, headers));
                    case 301, 302, 303, 307, 308 -> redirect(uri, status, headers);
                    case 304 ->
                        new Step.Done(
                                request.conditional() ? new FetchResult.NotModified(null) : status(status, headers));
                    default -> new Step.Done(status(status, headers));
                };
        // the rest of a body that nobody wants is not waited for
        response.close();
        return step;
    }

    private Content content(URI uri, ClassicHttpResponse response, ResponseHeaders headers) throws IOException {
        long limit = properties.maxBody().toBytes();
        byte[] bytes = response.getEntity() == null
                ? new byte[0]
                : BoundedBody.read(
                        response.getEntity().getContent(),
                        headers.first(HttpHeaders.CONTENT_ENCODING).orElse(""),
                        limit);
        URI base = headers.first("Content-Location")
                .flatMap(location -> Urls.resolve(uri, location))
                .orElse(uri);
        return new Content(
                base,
                bytes,
                headers.first(HttpHeaders.CONTENT_TYPE).orElse(null),
                headers.validator(HttpHeaders.ETAG).orElse(null),
                headers.validator(HttpHeaders.LAST_MODIFIED).orElse(null),
                null);
    }

    private static Step redirect(URI uri, int status, ResponseHeaders headers) {
        String location = headers.first(HttpHeaders.LOCATION).orElse("");
        boolean lasting = status == 301 || status == 308;
        return Urls.resolve(uri, location)
                .filter(target -> !location.isBlank())
                .<Step>map(target -> new Step.Redirect(target, lasting))
                .orElseGet(() -> new Step.Done(failed(FetchFailure.BAD_REDIRECT, "redirect to '" + location + "'")));
    }

    private static Failed status(int status, ResponseHeaders headers) {
        return new Failed(
                status == 410 ? FetchFailure.GONE : FetchFailure.HTTP_STATUS,
                "status " + status,
                headers.retryAfter().orElse(null));
    }

    private static Failed failure(IOException e) {
        FetchFailure reason =
                switch (e) {
                    case ForbiddenAddressException f -> FetchFailure.FORBIDDEN_ADDRESS;
                    case UnknownHostException u -> FetchFailure.UNKNOWN_HOST;
                    case SocketTimeoutException t -> FetchFailure.TIMEOUT;
                    case ConnectException c -> FetchFailure.UNREACHABLE;
                    case NoRouteToHostException n -> FetchFailure.UNREACHABLE;
                    case SSLException s -> FetchFailure.TLS_FAILED;
                    case BoundedBody.TooLarge l -> FetchFailure.TOO_LARGE;
                    default -> FetchFailure.BAD_RESPONSE;
                };
        return failed(
                reason, Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
    }

    private static Failed failed(FetchFailure reason, String detail) {
        return new Failed(reason, detail, null);
    }

    /** Runs the task in a thread of its own, because neither a name look-up nor a dripping body can be timed otherwise. */
    private <T> Optional<T> within(Duration limit, Callable<T> task) {
        Future<T> future = fetches.submit(task);
        try {
            return Optional.of(future.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            future.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fetch broke", e.getCause());
        }
    }

    private sealed interface Step {
        record Done(FetchResult result) implements Step {}

        record Redirect(URI target, boolean lasting) implements Step {}
    }

    /** Where it has moved for good: as far as the redirects from the first one on say so. */
    private static final class Moves {
        private boolean lasting = true;
        private @Nullable URI address;

        void follow(URI next, boolean forGood) {
            lasting = lasting && forGood;
            if (lasting) {
                address = next;
            }
        }

        /** What is gone behind a redirect for once may be elsewhere tomorrow. */
        FetchResult judge(FetchResult result) {
            if (!lasting && result instanceof Failed failed && failed.reason() == FetchFailure.GONE) {
                return new Failed(FetchFailure.HTTP_STATUS, failed.detail(), failed.retryAfter());
            }
            return address == null
                    ? result
                    : result.from(Urls.canonical(address.toString()).orElse(null));
        }
    }
}
