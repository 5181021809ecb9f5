package news.platform.gateway.call;

import com.google.protobuf.Message;
import io.grpc.Metadata;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import news.platform.security.EntitlementClass;

/**
 * What a service answered.
 *
 * @param message the answer
 * @param headers what came with it
 */
public record Reply(Message message, Metadata headers) {

    /** The services without which it was made. */
    public List<String> degraded() {
        var values = headers.getAll(CallHeaders.DEGRADED);
        return values == null
                ? List.of()
                : StreamSupport.stream(values.spliterator(), false)
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .distinct()
                        .toList();
    }

    /** Whether nobody may keep it. */
    public boolean noStore() {
        return noStore(headers);
    }

    static boolean noStore(Metadata headers) {
        return Objects.requireNonNullElse(headers.get(CallHeaders.CACHE_CONTROL), "")
                .contains("no-store");
    }

    /** Whether it is the first answer to this Idempotency-Key once more. */
    public boolean replayed() {
        return Objects.equals(headers.get(CallHeaders.REPLAYED), "true");
    }

    /** The class that it was made for, empty where the service does not say. */
    public Optional<EntitlementClass> entitlementClass() {
        return entitlementClass(headers);
    }

    static Optional<EntitlementClass> entitlementClass(Metadata headers) {
        var name = headers.get(CallHeaders.ENTITLEMENT_CLASS);
        return name == null
                ? Optional.empty()
                : Arrays.stream(EntitlementClass.values())
                        .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst();
    }
}
