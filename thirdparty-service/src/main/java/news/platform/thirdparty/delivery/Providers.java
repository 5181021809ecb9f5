package news.platform.thirdparty.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import news.platform.thirdparty.delivery.GuardedProvider.Places;
import news.platform.thirdparty.guard.Guards;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who carries what: of the providers that are configured the first that does. */
@Component
final class Providers {
    private final List<GuardedProvider> providers;

    Providers(ObjectProvider<Provider> configured, DeliveryProperties properties, Clock clock, Guards guards) {
        this.providers = configured
                .orderedStream()
                .map(provider -> new GuardedProvider(
                        provider,
                        guards.breaker(provider.name()),
                        new Places(
                                guards.bulkhead(provider.name() + "-urgent", properties.concurrency()),
                                guards.bulkhead(provider.name(), properties.concurrency())),
                        new Quota(properties.quotaOf(provider.name()), clock)))
                .toList();
    }

    /** Empty where nobody carries to such an address. */
    Optional<GuardedProvider> to(Address address) {
        return providers.stream().filter(provider -> provider.carries(address)).findFirst();
    }
}
