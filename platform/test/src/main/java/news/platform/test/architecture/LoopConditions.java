package news.platform.test.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a loop of one's own begins with. Byte code has no loops to look for, but something must start them: a scheduler, a
 * thread, or the life cycle of the application, which whoever hides one in an executor needs to stop it.
 */
final class LoopConditions {
    private static final Pattern SCHEDULERS = Pattern.compile(
            "java\\.util\\.concurrent\\.Scheduled\\w+|java\\.util\\.Timer(Task)?|org\\.springframework\\.scheduling\\..*");
    private static final DescribedPredicate<JavaClass> LIFE_CYCLES =
            JavaClass.Predicates.assignableTo("org.springframework.context.Lifecycle");

    private LoopConditions() {}

    static ArchCondition<JavaClass> startALoop() {
        return new ArchCondition<>("schedule, start a thread or take part in the life cycle of the application") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (LIFE_CYCLES.test(type)) {
                    events.add(SimpleConditionEvent.satisfied(type, type.getName() + " is started and stopped"));
                }
                Stream.of(
                                type.getDirectDependenciesFromSelf().stream()
                                        .filter(dependency -> SCHEDULERS
                                                .matcher(dependency
                                                        .getTargetClass()
                                                        .getName())
                                                .matches())
                                        .map(Dependency::getDescription),
                                type.getMethodCallsFromSelf().stream()
                                        .filter(LoopConditions::startsAThread)
                                        .map(JavaMethodCall::getDescription),
                                type.getConstructorCallsFromSelf().stream()
                                        .filter(call -> call.getTargetOwner().isAssignableTo(Thread.class))
                                        .map(call -> call.getDescription()))
                        .flatMap(found -> found)
                        .forEach(found -> events.add(SimpleConditionEvent.satisfied(type, found)));
            }
        };
    }

    private static boolean startsAThread(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        return (owner.isAssignableTo(Thread.class) || owner.isAssignableTo(Thread.Builder.class))
                && call.getName().matches("start|startVirtualThread|unstarted");
    }
}
