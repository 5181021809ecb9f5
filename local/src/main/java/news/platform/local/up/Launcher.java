package news.platform.local.up;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
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
        Optional<Service> edge = services.stream().filter(Service::isEdge).findFirst();
        together(List.of(() -> supervisor.start(assembly.postgres()), () -> supervisor.start(assembly.broker())));
        together(starts(services.stream()
                .filter(service -> edge.isEmpty() || !service.isSeldomCalled())
                .toList()));
        edge.ifPresent(_ -> answered());
        new Welcome(assembly, options).lines().forEach(progress::plain);
        together(starts(services.stream()
                .filter(service -> !supervisor.isAlive(service.name()))
                .toList()));
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

    private List<Runnable> starts(List<Service> services) {
        return services.stream()
                .<Runnable>map(
                        service -> () -> supervisor.start(options.wantsTraining() ? service.recording() : service))
                .toList();
    }

    /** As many at once as there are processors: more would only make each of them wait. */
    private static void together(List<Runnable> tasks) throws InterruptedException {
        Semaphore seats = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
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

    /** The platform is ready when a reader would see articles, if they are wanted; the first time they are loaded before. */
    private void answered() {
        if (!options.wants("content", false)) {
            return;
        }
        try (Edge client = assembly.edge(PATIENCE, _ -> {})) {
            loadSample(client);
            int status = client.get("/api/v1/articles").status();
            if (status != 200) {
                throw new Complaint(
                        "The gateway answered " + status + " to GET /api/v1/articles: see ./news logs gateway.");
            }
            progress.line("ready: GET /api/v1/articles answered 200");
        }
    }

    private void loadSample(Edge client) {
        String password = assembly.secrets().password("demo-password");
        if (options.wantsSample("content")) {
            SampleContent articles =
                    new SampleContent(client, password, home.data().resolve("sample-articles.loaded"));
            load("sample articles", articles.loaded(), articles::load);
        }
        if (options.wantsSample("livenews")) {
            SampleLives lives = new SampleLives(client, password, home.data().resolve("sample-lives.loaded"));
            load("sample lives", lives.loaded(), lives::load);
        }
        if (options.wantsSample("content") && options.wantsSample("comment")) {
            SampleComments comments =
                    new SampleComments(client, password, home.data().resolve("sample-comments.loaded"));
            load("sample comments", comments.loaded(), comments::load);
        }
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
        return assembly.parts().stream()
                .filter(part -> !(part instanceof Service service) || options.wants(service.name(), service.isEdge()))
                .filter(part -> part != assembly.zipkin() || options.wants(part.name(), false))
                .toList();
    }
}
