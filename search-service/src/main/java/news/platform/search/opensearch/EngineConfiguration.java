package news.platform.search.opensearch;

import java.time.Clock;
import news.platform.messaging.EventHandler;
import news.platform.messaging.ReplicaHandler;
import news.platform.search.index.Catalogue;
import news.platform.search.index.IndexProperties;
import news.platform.search.index.Indexes;
import news.platform.search.index.Item;
import news.platform.search.lucene.LuceneFinding;
import news.platform.search.opensearch.OpenSearchCatalogue.Gone;
import news.platform.search.searching.Finding;
import news.platform.search.searching.Wording;
import news.platform.search.source.PublicationsHandler;
import news.platform.search.source.SharedPublicationsHandler;
import news.platform.work.Rounds;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which engine finds: an index in each replica, or where {@code news.search.opensearch.url} is set that OpenSearch. Decided when the
 * service starts, not when it is built; the handler of events of the other engine is no bean then.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    @Bean
    Engine engine(OpenSearchProperties shared, IndexProperties own, Rounds rounds, Wording wording, Clock clock) {
        var url = shared.url();
        if (url == null) {
            var indexes = new Indexes(own, rounds);
            return new Engine.Own(indexes, new LuceneFinding(indexes, wording, clock));
        }
        var client = new OpenSearchClient(url.toString(), shared);
        var catalogue = new OpenSearchCatalogue(client, shared.alias());
        return new Engine.Shared(catalogue, new OpenSearchFinding(client, catalogue, wording, clock));
    }

    @Bean
    Catalogue catalogue(Engine engine) {
        return engine.catalogue();
    }

    @Bean
    Finding finding(Engine engine) {
        return engine.finding();
    }

    @Bean
    @Nullable
    ReplicaHandler publicationsHandler(Engine engine) {
        return engine instanceof Engine.Own own ? new PublicationsHandler(own.catalogue()) : null;
    }

    @Bean
    @Nullable
    EventHandler sharedPublicationsHandler(Engine engine, PendingChanges pending, Rounds rounds) {
        if (!(engine instanceof Engine.Shared shared)) {
            return null;
        }
        rounds.paced("pending-changes", new WritePendingChanges(pending, shared.catalogue())::step);
        return new SharedPublicationsHandler(
                pending::add, (key, version) -> pending.add(new Gone(key, Item.rank(version, true))));
    }

    /** What finds, and what it finds in. */
    sealed interface Engine {
        Catalogue catalogue();

        Finding finding();

        /** Each replica has its own. */
        record Own(Indexes catalogue, Finding finding) implements Engine {}

        /** All replicas have one together. */
        record Shared(OpenSearchCatalogue catalogue, Finding finding) implements Engine {}
    }
}
