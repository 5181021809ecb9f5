package news.platform.thirdparty.feed;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import news.platform.work.Round;
import news.platform.work.Rounds;
import news.platform.work.task.Agenda;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    @Bean
    PollSchedule pollSchedule(FeedProperties properties) {
        return new PollSchedule(properties.longestPause(), new SecureRandom());
    }

    /** What a build that knew no jobs has registered, before or during an update, has none. */
    @Bean
    Round feedJobs(PolledSources sources, Agenda agenda, Clock clock, Rounds rounds) {
        return rounds.every("feed-jobs", EVERY, () -> sources.due(clock.instant(), BATCH)
                .forEach(source -> agenda.ensure(
                        PollFeed.KIND,
                        source.id(),
                        source.host(),
                        source.health().nextPollTime())));
    }
}
