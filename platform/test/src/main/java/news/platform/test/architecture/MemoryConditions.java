package news.platform.test.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who changes what a replica has in memory. */
final class MemoryConditions {
    /** By name: this module knows none of them. */
    private static final Set<String> ONCE =
            Set.of("news.platform.messaging.EventHandler", "news.platform.messaging.signal.BatchEventHandler");

    private static final Pattern CHANGES =
            Pattern.compile("news\\.platform\\.grpc\\.client\\.Remembered\\.(learn|forget)"
                    + "|com\\.github\\.benmanes\\.caffeine\\.cache\\.\\w+\\.(put|invalidate)\\w*"
                    + "|java\\.util\\.concurrent\\.Concurrent\\w+\\.(put|remove|clear|compute|merge)\\w*");

    private MemoryConditions() {}

    static DescribedPredicate<JavaClass> takeEventsOnce() {
        return DescribedPredicate.describe(
                "take events once for the whole application", type -> type.getAllRawInterfaces().stream()
                        .anyMatch(implemented -> ONCE.contains(implemented.getName())));
    }

    /** By itself, or by what it calls in packages of its own. */
    static ArchCondition<JavaClass> changeMemory() {
        return new ArchCondition<>("change what one replica has in memory") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var seen = new HashSet<JavaCodeUnit>(type.getCodeUnits());
                var open = new ArrayDeque<>(seen);
                while (!open.isEmpty()) {
                    for (JavaCall<?> call : List.copyOf(open.remove().getCallsFromSelf())) {
                        if (CHANGES.matcher(call.getTargetOwner().getName() + "." + call.getName())
                                .matches()) {
                            events.add(SimpleConditionEvent.satisfied(type, call.getDescription()));
                        }
                        call.getTarget()
                                .resolveMember()
                                .filter(called -> root(called.getOwner()).equals(root(type)) && seen.add(called))
                                .ifPresent(open::add);
                    }
                }
            }
        };
    }

    /** {@code news.platform.content} of all that content-service is made of. */
    private static String root(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", 4);
        return parts.length < 3 ? type.getPackageName() : String.join(".", parts[0], parts[1], parts[2]);
    }
}
