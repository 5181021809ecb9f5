package news.platform.gateway.hot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import news.platform.gateway.answer.Origin;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.guard.Admission;
import news.platform.gateway.guard.ClientAddresses;
import news.platform.gateway.guard.RateLimits;
import news.platform.gateway.guard.TokenGuard;
import news.platform.gateway.hot.encoding.Compression;
import news.platform.gateway.hot.load.Flights;
import news.platform.gateway.hot.load.Loads;
import news.platform.gateway.hot.memory.HotStore;
import news.platform.gateway.hot.memory.PurgeLog;
import news.platform.gateway.hot.method.EntitlementClasses;
import news.platform.gateway.hot.method.HotMethods;
import news.platform.gateway.hot.method.HotMetrics;
import news.platform.gateway.route.RequestMatches;
import news.platform.gateway.route.Routes;
import news.platform.gateway.signal.EdgeSignals;
import news.platform.gateway.tracing.SamplingTrust;
import news.platform.gateway.transcode.RequestReader;
import news.platform.gateway.transcode.query.QueryBinder;
import news.platform.right.RightsOverlay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CorsFilter;

@Configuration(proxyBeanMethods = false)
class HotConfiguration {

    @Bean
    HotMetrics hotMetrics(MeterRegistry meters) {
        return new HotMetrics(meters);
    }

    @Bean
    HotMethods hotMethods(Contract contract, HotProperties properties, HotMetrics metrics) {
        return new HotMethods(contract, properties.degradedAge(), metrics);
    }

    @Bean
    EntitlementClasses entitlementClasses(Contract contract, RightsOverlay overlay, ObjectProvider<Clock> clock) {
        return new EntitlementClasses(contract, overlay, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    PurgeLog purgeLog() {
        return new PurgeLog();
    }

    @Bean
    HotStore hotStore(HotProperties properties, PurgeLog purges, MeterRegistry meters, ObjectProvider<Clock> clock) {
        LongSupplier nanoTime = clock.stream()
                .<LongSupplier>map(given -> () -> ChronoUnit.NANOS.between(Instant.EPOCH, given.instant()))
                .findFirst()
                .orElse(System::nanoTime);
        HotStore store = new HotStore(properties.maxSize().toBytes(), purges, nanoTime);
        meters.gauge("news.gateway.hot.entries", store, HotStore::size);
        meters.gauge("news.gateway.hot.bytes", store, HotStore::weight);
        return store;
    }

    @Bean
    Flights flights(PurgeLog purges, HotProperties properties, MeterRegistry meters) {
        Flights flights = new Flights(purges, properties.waiters());
        meters.gauge("news.gateway.hot.waiting", flights, Flights::waiting);
        return flights;
    }

    @Bean
    Compression compression() {
        return new Compression();
    }

    @Bean
    Memory memory(HotMethods methods, HotStore store, Compression compression) {
        return new Memory(methods, store, new HotWriter(compression, store::now));
    }

    @Bean
    Loads loads(Origin origin, Admission admission, HotStore store, Compression compression, HotProperties properties) {
        return new Loads(origin, admission, store, compression, properties.retryPause());
    }

    @Bean
    HotCache hotCache(
            Memory memory, Flights flights, Loads loads, EntitlementClasses classes, HotProperties properties) {
        return new HotCache(memory, flights, loads, classes, properties);
    }

    @Bean
    Purger purger(HotStore store, HotMethods methods, HotMetrics metrics) {
        return new Purger(store, methods, metrics);
    }

    @Bean
    Targets targets(Routes routes, QueryBinder binder, HotMethods methods, HotProperties properties) {
        return new Targets(routes, binder, methods, properties.maxTargetSize().toBytes());
    }

    @Bean
    HotFilter.Guards hotGuards(
            TokenGuard tokens,
            EntitlementClasses classes,
            ClientAddresses addresses,
            RateLimits limits,
            Admission admission) {
        return new HotFilter.Guards(tokens, classes, addresses, limits, admission);
    }

    @Bean
    HotFilter.Notes hotNotes(ObjectProvider<Propagator> propagator, SamplingTrust trust, HotProperties properties) {
        return new HotFilter.Notes(
                new HotTrace(propagator.getIfAvailable(() -> Propagator.NOOP), trust, properties.traceShare()),
                new AccessLog(properties.accessLogShare()));
    }

    @Bean
    FilterRegistrationBean<HotFilter> hotFilter(
            Targets targets, Memory memory, HotCache cache, HotFilter.Guards guards, HotFilter.Notes notes) {
        var registration = new FilterRegistrationBean<>(new HotFilter(targets, memory, cache, guards, notes));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SignalFilter> signalFilter(
            RequestMatches matches,
            RequestReader reader,
            EdgeSignals signals,
            CorsFilter cors,
            HotFilter.Guards guards,
            HotFilter.Notes notes,
            MeterRegistry meters) {
        var signalling = new SignalFilter.Signalling(matches, reader, signals, cors);
        var registration = new FilterRegistrationBean<>(new SignalFilter(signalling, guards, notes.trace(), meters));
        // in front of the observation, which has the next place
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setAsyncSupported(true);
        return registration;
    }
}
