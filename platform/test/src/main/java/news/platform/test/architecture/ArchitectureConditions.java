package news.platform.test.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.platform.topology.Topology;

/** The words of {@link ServiceArchitecture} that ArchUnit lacks. */
final class ArchitectureConditions {
    private static final Pattern DOMAIN = Pattern.compile("news\\.platform\\.([a-z0-9]+)(\\..*)?");
    /** Second segments of package names that are the platform's, not a domain's. */
    private static final Pattern PLATFORM = Pattern.compile(
            "author|right|error|policy|html|identity|edge|event|security|text|proto|topology|grpc|persistence|messaging|observability|test|work");

    /** What protoc makes of a service, with the domain as its group. */
    private static final Pattern GRPC = Pattern.compile("news\\.platform\\.([a-z0-9]+)\\.v[0-9]+\\.\\w+Grpc(\\$.*)?");

    private static final Pattern GENERATED = Pattern.compile("news\\.platform\\..*\\.v[0-9]+(\\..*)?");
    private static final Pattern SQL =
            Pattern.compile("(org\\.springframework\\.jdbc|java\\.sql|org\\.postgresql)\\..*");

    private ArchitectureConditions() {}

    static ArchCondition<JavaClass> useAnnotation(String annotation) {
        return dependOn("use @" + annotation, (type, target) -> target.getName().equals(annotation));
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
        return dependOn("depend on another domain's own packages", (type, target) -> isForeign(domain(type), target));
    }

    static ArchCondition<JavaClass> useMessages() {
        return dependOn("use messages of a contract", (type, target) -> isMessage(target));
    }

    static ArchCondition<JavaClass> useGrpcBeyondStatus() {
        return dependOn("use gRPC beyond the status of a call", (type, target) -> isGrpcBeyondStatus(target));
    }

    static ArchCondition<JavaClass> useSqlAndMore() {
        return new ArchCondition<>("use SQL and transactions, events or another that uses SQL") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (usesSql(type)) {
                    type.getFields().stream()
                            .filter(field -> isMoreThanSql(field.getRawType()))
                            .forEach(field -> events.add(SimpleConditionEvent.satisfied(type, field.getDescription())));
                }
            }
        };
    }

    static ArchCondition<JavaClass> tellTheTime() {
        return new ArchCondition<>("tell the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> tellsTheTime(call.getTarget()))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> lieInPackagesOfAtMost(int limit) {
        return new ArchCondition<>("lie in packages of at most " + limit + " types") {
            private final Map<String, Integer> types = new TreeMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                types.clear();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (isTopLevel(type)) {
                    types.merge(type.getPackageName(), 1, Integer::sum);
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                types.forEach((name, count) -> events.add(new SimpleConditionEvent(
                        name, count <= limit, name + ": " + count + " types (expected: <= " + limit + ")")));
            }
        };
    }

    /** The generated code of a gRPC service, its stubs among it, of a domain that the table does not have this one call. */
    static ArchCondition<JavaClass> callAServiceThatTheTableDoesNotName(Topology topology) {
        return dependOn("call a service that its row in platform.json does not name", (type, target) -> {
            Matcher callee = GRPC.matcher(target.getName());
            String own = domain(type);
            return callee.matches()
                    && !callee.group(1).equals(own)
                    && topology.find(own).stream().noneMatch(row -> row.calls().contains(callee.group(1)));
        });
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

    static DescribedPredicate<JavaClass> named(String... patterns) {
        Pattern any = Pattern.compile("(" + String.join("|", patterns) + ")(\\$.*)?");
        return DescribedPredicate.describe(
                "named " + any, type -> any.matcher(nameInPackage(type)).matches());
    }

    static DescribedPredicate<JavaClass> notNamed(String... patterns) {
        return DescribedPredicate.not(named(patterns));
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
                        && !type.isMetaAnnotatedWith("org.springframework.context.annotation.Configuration"));
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
                if (isTopLevel(type)) {
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

    private static ArchCondition<JavaClass> dependOn(String what, BiPredicate<JavaClass, JavaClass> wrong) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> wrong.test(type, dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription())));
            }
        };
    }

    private static boolean isTopLevel(JavaClass type) {
        return type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
    }

    /** A reason is the contract's, too, but it is what the domain refuses with. */
    private static boolean isMessage(JavaClass type) {
        return (GENERATED.matcher(type.getPackageName()).matches()
                        || type.isAssignableTo("com.google.protobuf.MessageLite"))
                && !(type.isEnum() && type.getSimpleName().endsWith("Reason"));
    }

    private static boolean usesSql(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        SQL.matcher(dependency.getTargetClass().getName()).matches());
    }

    private static boolean isMoreThanSql(JavaClass field) {
        return field.getName().equals("org.springframework.transaction.support.TransactionTemplate")
                || field.getName().matches("news\\.platform\\.(messaging\\.Outbox|work\\.task\\.Agenda)")
                || beans().test(field) && usesSql(field);
    }

    private static boolean tellsTheTime(AccessTarget.MethodCallTarget method) {
        boolean now = method.getOwner().getPackageName().equals("java.time")
                && method.getName().equals("now")
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || method.getFullName().startsWith("java.lang.System.currentTimeMillis(");
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

    private static boolean isForeign(String own, JavaClass target) {
        String other = domain(target);
        return !other.isEmpty()
                && !other.equals(own)
                && !PLATFORM.matcher(other).matches()
                && !GENERATED.matcher(target.getPackageName()).matches();
    }

    private static String domain(JavaClass type) {
        Matcher matcher = DOMAIN.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }
}
