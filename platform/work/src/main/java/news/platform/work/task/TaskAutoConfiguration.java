package news.platform.work.task;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import news.platform.error.FailureReporter;
import news.platform.persistence.PersistenceAutoConfiguration;
import news.platform.persistence.PlatformMigrations;
import news.platform.work.Rounds;
import news.platform.work.WorkAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Timers and jobs: the beans that there are, each kind in a round of its own. */
@AutoConfiguration(after = {WorkAutoConfiguration.class, PersistenceAutoConfiguration.class})
@ConditionalOnClass(PlatformMigrations.class)
@EnableConfigurationProperties(WorkProperties.class)
public final class TaskAutoConfiguration {
    @Bean
    Tasks workTasks(JdbcClient jdbc, PlatformMigrations migrated) {
        return new Tasks(jdbc);
    }

    @Bean
    Agenda agenda(Tasks tasks, Clock clock, WorkProperties properties) {
        return new Agenda(tasks, clock, properties.poll());
    }

    @Bean
    WorkContext workContext(
            Tasks tasks,
            TransactionTemplate transaction,
            Clock clock,
            WorkProperties properties,
            Rounds rounds,
            ObjectProvider<FailureReporter> reporters,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<ObservationRegistry> observations) {
        return new WorkContext(
                tasks,
                transaction,
                clock,
                properties,
                // one that does no work has rounds that nobody starts
                properties.enabled() ? rounds : new Rounds(new SimpleMeterRegistry()),
                reporters.orderedStream().toList(),
                meters.getIfAvailable(SimpleMeterRegistry::new),
                observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    SmartInitializingSingleton timers(ObjectProvider<Timer> timers, WorkContext context, Agenda agenda) {
        return () -> timers.forEach(
                timer -> agenda.wakes(timer.kind(), context.rounds().paced(timer.kind(), new Firing(timer, context))));
    }

    @Bean
    Jobs jobs(ObjectProvider<Job<?>> jobs, JdbcClient jdbc, WorkContext context, Agenda agenda) {
        var claims = new Claims(jdbc);
        List<Working<?>> workings = jobs.stream()
                .<Working<?>>map(job -> new Working<>(job, claims, context))
                .toList();
        workings.forEach(working -> agenda.wakes(working.kind(), working.round()));
        return new Jobs(workings);
    }
}
