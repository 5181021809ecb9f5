package news.platform.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of {@link ServiceArchitecture} that ArchUnit lacks. */
final class ArchitectureConditions {
    private static final Pattern DOMAIN = Pattern.compile("news\\.platform\\.([a-z0-9]+)(\\..*)?");
    /** Second segments of package names that are the platform's, not a domain's. */
    private static final Pattern PLATFORM = Pattern.compile(
            "error|policy|html|edge|event|security|text|proto|topology|grpc|persistence|messaging|observability|test");

    private ArchitectureConditions() {}

    static ArchCondition<JavaClass> useAnnotation(String annotation) {
        return new ArchCondition<>("use @" + annotation) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                dependency.getTargetClass().getName().equals(annotation))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> callMethodNamed(Class<?> owner, String name) {
        return new ArchCondition<>("call " + owner.getSimpleName() + "." + name) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals(name)
                                && call.getTargetOwner().isAssignableTo(owner))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> dependOnAnotherDomain() {
        return new ArchCondition<>("depend on another domain's own packages") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    if (isForeign(domain(type), dependency.getTargetClass())) {
                        events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    static ArchCondition<JavaClass> keepOrMakeOldDates() {
        return new ArchCondition<>("keep, return or make a java.util.Date or Calendar") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> isOldDate(field.getRawType()))
                        .forEach(field -> events.add(SimpleConditionEvent.satisfied(type, field.getDescription())));
                type.getMethods().stream()
                        .filter(method -> isOldDate(method.getRawReturnType()))
                        .forEach(method -> events.add(SimpleConditionEvent.satisfied(type, method.getDescription())));
                type.getConstructorCallsFromSelf().stream()
                        .filter(call -> isOldDate(call.getTargetOwner()))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> useGrpcBeyondStatus() {
        return new ArchCondition<>("use gRPC beyond the status of a call") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isGrpcBeyondStatus(dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription())));
            }
        };
    }

    static DescribedPredicate<JavaClass> named(String... patterns) {
        Pattern any = Pattern.compile("(" + String.join("|", patterns) + ")(\\$.*)?");
        return DescribedPredicate.describe(
                "named " + any, type -> any.matcher(nameInPackage(type)).matches());
    }

    static DescribedPredicate<JavaClass> notNamed(String... patterns) {
        return DescribedPredicate.not(named(patterns));
    }

    static DescribedPredicate<JavaClass> adapters() {
        Pattern names = Pattern.compile("Jdbc.*|Grpc.*|.*GrpcService|.*Protos");
        return DescribedPredicate.describe(
                "are adapters", type -> names.matcher(type.getSimpleName()).matches());
    }

    static DescribedPredicate<JavaClass> beans() {
        return DescribedPredicate.describe(
                "are beans",
                type -> type.isMetaAnnotatedWith("org.springframework.stereotype.Component")
                        || type.isMetaAnnotatedWith("org.springframework.grpc.server.service.GrpcService"));
    }

    static DescribedPredicate<JavaClass> mayBeFinal() {
        return DescribedPredicate.describe(
                "may be final",
                type -> !type.isInterface()
                        && !type.isEnum()
                        && !type.isRecord()
                        && !type.isAnonymousClass()
                        && !type.isAnnotation()
                        && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !isSubclassedBySpring(type));
    }

    static ArchCondition<JavaClass> beFinalOrInvitingToExtend() {
        return new ArchCondition<>("be final, abstract or sealed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                        || type.getModifiers().contains(JavaModifier.ABSTRACT)
                        || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(type, closed, type.getName() + " can be extended by anybody"));
            }
        };
    }

    static ArchCondition<JavaClass> bePackagePrivateMostly(int percent) {
        return new ArchCondition<>("be package-private, at least " + percent + " percent of the top-level types") {
            private final List<JavaClass> all = new ArrayList<>();
            private final List<JavaClass> visible = new ArrayList<>();

            @Override
            public void init(Collection<JavaClass> types) {
                all.clear();
                visible.clear();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
                    all.add(type);
                    if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
                        visible.add(type);
                    }
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                boolean enough = (all.size() - visible.size()) * 100 >= percent * all.size();
                String message = visible.size() + " of " + all.size() + " types are public: "
                        + visible.stream().map(JavaClass::getName).toList();
                events.add(new SimpleConditionEvent(all, enough, message));
            }
        };
    }

    static ArchCondition<JavaMethod> notDeclareGenericExceptions() {
        return new ArchCondition<>("not declare Exception or Throwable") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean generic = method.getExceptionTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Exception.class) || type.isEquivalentTo(Throwable.class));
                events.add(new SimpleConditionEvent(method, !generic, method.getFullName() + " throws Exception"));
            }
        };
    }

    private static boolean isOldDate(JavaClass type) {
        return type.isEquivalentTo(Date.class) || type.isAssignableTo(Calendar.class);
    }

    private static boolean isGrpcBeyondStatus(JavaClass type) {
        String name = type.getName();
        return (name.startsWith("io.grpc.") && !name.startsWith("io.grpc.Status"))
                || name.startsWith("org.springframework.grpc.");
    }

    private static String nameInPackage(JavaClass type) {
        return type.getPackageName().isEmpty()
                ? type.getName()
                : type.getName().substring(type.getPackageName().length() + 1);
    }

    private static boolean isSubclassedBySpring(JavaClass type) {
        return type.isMetaAnnotatedWith("org.springframework.context.annotation.Configuration")
                || type.isAnnotatedWith("org.springframework.transaction.annotation.Transactional")
                || type.getMethods().stream()
                        .anyMatch(method ->
                                method.isMetaAnnotatedWith("org.springframework.transaction.annotation.Transactional"));
    }

    private static boolean isForeign(String own, JavaClass target) {
        String other = domain(target);
        return !other.isEmpty()
                && !other.equals(own)
                && !PLATFORM.matcher(other).matches()
                && !target.getPackageName().matches(".*\\.v[0-9]+(\\..*)?");
    }

    private static String domain(JavaClass type) {
        Matcher matcher = DOMAIN.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }
}
