package news.platform.local.up;

import java.nio.file.Path;
import java.util.List;
import news.platform.local.console.Progress;
import news.platform.local.process.Part;
import news.platform.local.process.Programs;
import news.platform.local.process.Supervisor;
import news.platform.local.service.Service;

/**
 * Makes the AOT caches of the services once a build, when everything runs and readers are served: each was started
 * recording, and its JVM is asked for the cache without being stopped. One after the other, for each answers nobody for two
 * or three seconds, and takes a processor for twenty.
 */
final class Training {
    private static final String JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

    private final Supervisor supervisor;
    private final Progress progress;
    private volatile boolean over;

    Training(Supervisor supervisor, Progress progress) {
        this.supervisor = supervisor;
        this.progress = progress;
    }

    /** Whether nothing is being made, nor will be in this run. */
    boolean isOver() {
        return over;
    }

    /** Lets the services that record work a little, then has their caches made. A failure costs speed, nothing else. */
    void train(List<Service> services, Runnable work) {
        try {
            List<Service> recording = services.stream().filter(this::records).toList();
            if (recording.isEmpty()) {
                return;
            }
            progress.line("making the AOT caches, which let every later start of this build be faster;"
                    + " each service pauses for some seconds meanwhile …");
            work.run();
            recording.stream().filter(this::records).forEach(this::end);
            progress.line("the AOT caches are made");
        } finally {
            over = true;
        }
    }

    /** One that was started again meanwhile records no more. */
    private boolean records(Service service) {
        return supervisor
                .part(service.name())
                .map(part -> recording(part) && supervisor.isAlive(service.name()))
                .orElse(false);
    }

    private static boolean recording(Part part) {
        return part instanceof Service service && service.isRecording();
    }

    private void end(Service service) {
        supervisor
                .process(service.name())
                .ifPresent(process -> Programs.run(List.of(JCMD, Long.toString(process.pid()), "AOT.end_recording")));
        if (supervisor.isAlive(service.name()) && !service.trained()) {
            progress.line(service.name() + " has no AOT cache: this JDK makes none while a service runs"
                    + " (the latest update of JDK 25 does)");
        }
    }
}
