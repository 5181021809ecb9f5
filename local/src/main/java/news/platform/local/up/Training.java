package news.platform.local.up;

import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.process.Supervisor;
import news.platform.local.service.Service;

/** Makes the AOT cache of a service once a build: runs it, has it work a little, ends it. */
final class Training {
    private final Supervisor supervisor;
    private final Progress progress;

    Training(Supervisor supervisor, Progress progress) {
        this.supervisor = supervisor;
        this.progress = progress;
    }

    /** Does nothing where there is a cache. A failed training costs speed, not the start. */
    void train(Service service, Runnable work) {
        if (!service.wantsTraining()) {
            return;
        }
        progress.line("training " + service.name() + " (once a build, makes every later start faster) …");
        try {
            supervisor.start(service.training());
            work.run();
        } catch (Complaint e) {
            progress.line(service.name() + " was not fully trained: " + e.getMessage());
        }
        if (supervisor.isAlive(service.name())) {
            supervisor.stop(service.name());
        }
        if (!service.trained()) {
            progress.line(service.name() + " starts without an AOT cache");
        }
    }
}
