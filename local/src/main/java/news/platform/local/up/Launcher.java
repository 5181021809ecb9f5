package news.platform.local.up;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.process.Leftovers;
import news.platform.local.process.Part;
import news.platform.local.process.Pause;
import news.platform.local.process.Ports;
import news.platform.local.process.Supervisor;
import news.platform.local.sample.SampleComments;
import news.platform.local.sample.SampleContent;
import news.platform.local.sample.SampleLives;
import news.platform.local.sample.SampleProducts;
import news.platform.local.service.Service;

/** {@code ./news up}: starts the platform, watches it and, when asked, stops it in order. */
public final class Launcher {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TRAINING_LOAD = Duration.ofSeconds(4);

    private final Home home;
    private final UpOptions options;
    private final Progress progress;
    private final Assembly assembly;
    private final Supervisor supervisor;
    private final Training training;
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("certificates-renew").factory());
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean interrupted;

    public Launcher(Home home, UpOptions options, PrintStream out) {
        this.home = home;
        this.options = options;
        this.progress = new Progress(out);
        this.assembly = new Assembly(home, options.listening(), options.edgeProperties());
        this.supervisor = new Supervisor(home, progress);
        this.training = new Training(supervisor, progress);
    }

    /** Runs until it is told to stop. Complains, with everything stopped again, when something does not start. */
    public void run() {
        Lock lock = Lock.take(home).orElseThrow(() -> new Complaint("The platform is up already: see ./news status."));
        try (lock) {
            Disk.requireRoom(home.state());
            new Leftovers(home, progress).end();
            Ports.requireFree(wanted());
            options.listening().remember(home);
            Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "stop"));
            try (Control _ =
                    Control.open(home, new Commands(assembly, supervisor, training, stop::countDown)::handle)) {
                startAll();
                train();
                renewals.scheduleWithFixedDelay(assembly.certificates()::renew, 1, 1, TimeUnit.HOURS);
                stop.await();
            } finally {
                supervisor.stopAll();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Complaint complaint) {
            if (!interrupted) {
                throw complaint;
            }
        }
    }

    /** After Ctrl-C, while the main thread still waits or starts something; after an orderly stop nothing is left. */
    private void interrupted() {
        interrupted = true;
        supervisor.stopAll();
    }

    private void startAll() throws InterruptedException {
        List<Service> services = services();
        together(Stream.of(assembly.postgres(), assembly.broker(), assembly.sandbox())
                .filter(this::wants)
                .<Runnable>map(part -> () -> supervisor.start(part))
                .toList());
        // the gateway, which takes longest, before the others; an account is needed to write the first articles only
        boolean written = Files.exists(loaded("articles"));
        Predicate<Service> first = service -> service.servesArticles() || (!written && service.issuesTokens());
        together(starts(services.reversed().stream().filter(first)));
        boolean edge = services.stream().anyMatch(Service::isEdge);
        if (edge) {
            articlesAnswered();
        }
        together(starts(services.stream().filter(first.negate())));
        if (edge) {
            loadSamples();
            progress.line("ready: all parts are up");
        }
        new Welcome(assembly, options).lines().forEach(progress::plain);
        startLast(assembly.zipkin());
    }

    private List<Service> services() {
        return assembly.services().stream()
                .filter(service -> options.wants(service.name(), service.isEdge()))
                .toList();
    }

    /** Readers are served meanwhile, and who stops the platform does not wait for it. */
    private void train() {
        Thread.ofVirtual().name("training").start(() -> {
            try {
                training.train(services(), this::work);
            } catch (Complaint e) {
                progress.line("! the AOT caches were not made: " + e.getMessage());
            }
        });
    }

    /** What nobody waits for comes when readers are served already; without it the platform goes on. */
    private void startLast(Part part) {
        if (!options.wants(part.name(), false)) {
            return;
        }
        try {
            supervisor.start(part);
        } catch (Complaint e) {
            progress.line("! " + e.getMessage());
        }
    }

    private List<Runnable> starts(Stream<Service> services) {
        return services.<Runnable>map(
                        service -> () -> supervisor.start(options.wantsTraining() ? service.recording() : service))
                .toList();
    }

    /** One more at once than there are processors, as each waits for others now and then; still more would only queue. */
    private static void together(List<Runnable> tasks) throws InterruptedException {
        Semaphore seats = new Semaphore(Runtime.getRuntime().availableProcessors() + 1, true);
        List<Future<?>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Runnable task : tasks) {
                seats.acquire();
                futures.add(threads.submit(() -> {
                    try {
                        task.run();
                    } finally {
                        seats.release();
                    }
                }));
            }
        }
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Complaint complaint) {
                    throw complaint;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** The first thing that works is reading articles, if they are wanted; the first time they are loaded before. */
    private void articlesAnswered() {
        if (!options.wants("content", false)) {
            return;
        }
        try (Edge client = assembly.edge(PATIENCE, _ -> {})) {
            if (options.wantsSample("content")) {
                SampleContent articles = new SampleContent(client, password(), loaded("articles"));
                load("sample articles", articles.loaded(), articles::load);
            }
            int status = client.get("/api/v1/articles").status();
            if (status != 200) {
                throw new Complaint(
                        "The gateway answered " + status + " to GET /api/v1/articles: see ./news logs gateway.");
            }
            progress.line("articles are read: GET /api/v1/articles answered 200");
        }
    }

    private void loadSamples() {
        try (Edge client = assembly.edge(PATIENCE, _ -> {})) {
            if (options.wantsSample("livenews")) {
                SampleLives lives = new SampleLives(client, password(), loaded("lives"));
                load("sample lives", lives.loaded(), lives::load);
            }
            if (options.wantsSample("content") && options.wantsSample("comment")) {
                SampleComments comments = new SampleComments(client, password(), loaded("comments"));
                load("sample comments", comments.loaded(), comments::load);
            }
            if (options.wantsSample("content") && options.wantsSample("mall")) {
                SampleProducts products = new SampleProducts(client, password(), loaded("products"));
                load("sample products", products.loaded(), products::load);
            }
        }
    }

    private String password() {
        return assembly.secrets().password("demo-password");
    }

    private Path loaded(String what) {
        return home.data().resolve("sample-" + what + ".loaded");
    }

    private void load(String what, boolean loaded, IntSupplier load) {
        if (loaded) {
            return;
        }
        progress.line("loading the " + what + " …");
        try {
            progress.line(load.getAsInt() + " " + what + " published");
        } catch (Complaint e) {
            progress.line("! " + e.getMessage() + " The next start tries again.");
        }
    }

    /** What is worth being fast from the start: reading. */
    private void work() {
        if (!options.wants("content", false) || !options.wants("gateway", true)) {
            return;
        }
        try (Edge client = assembly.edge(PATIENCE, _ -> {})) {
            long end = System.nanoTime() + TRAINING_LOAD.toNanos();
            while (System.nanoTime() < end) {
                client.get("/api/v1/articles?pageSize=20");
                client.get("/api/v1/channels");
                client.get("/openapi.json");
                client.get("/api/v1/none");
                Pause.of(Duration.ofMillis(5));
            }
        }
    }

    private List<Part> wanted() {
        return assembly.parts().stream().filter(this::wants).toList();
    }

    private boolean wants(Part part) {
        if (part == assembly.sandbox()) {
            return options.wants(part.name(), true) && options.wants("thirdparty", false);
        }
        return part instanceof Service service
                ? options.wants(service.name(), service.isEdge())
                : part != assembly.zipkin() || options.wants(part.name(), false);
    }
}
