package news.platform.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import news.platform.topology.Topology;

@AnalyzeClasses(packages = "news.platform.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final AbstractClassesTransformer<JavaPackage> PACKAGES =
            new AbstractClassesTransformer<>("packages") {
                @Override
                public Iterable<JavaPackage> doTransform(JavaClasses classes) {
                    return classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
                }
            };

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("news.platform.gateway.(*)..")
            .should()
            .beFreeOfCycles()
            .because("data moves one way through the edge: move the shared type to the lower package");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("news.platform.gateway.(**)")
            .should()
            .beFreeOfCycles()
            .because("data moves one way through a feature, too: move the shared type to the lower package");

    @ArchTest
    static final ArchRule packagesAreSmall = packagesHaveAtMost(15);

    @ArchTest
    static final ArchRule knowsNoDomain = knowsNoneOf(domains());

    @ArchTest
    static void noticesADomain(JavaClasses classes) {
        assertThat(knowsNoneOf("news.platform.error..").evaluate(classes).hasViolation())
                .isTrue();
    }

    @ArchTest
    static final ArchRule headersAreReadInOnePlace = headersAreReadOnlyIn("news.platform.gateway.request");

    @ArchTest
    static void noticesAHeaderReadElsewhere(JavaClasses classes) {
        assertThat(headersAreReadOnlyIn("news.platform.gateway.none")
                        .evaluate(classes)
                        .hasViolation())
                .isTrue();
    }

    private static ArchRule headersAreReadOnlyIn(String place) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .accessTargetWhere(describe(
                        "a header of a request",
                        access -> access.getTargetOwner().isAssignableTo(HttpServletRequest.class)
                                && access.getTarget().getName().matches("get(Int|Date)?Headers?")))
                .because("what clients send is not to be trusted: name it in RequestHeader, whose headers are all tried"
                        + " with odd bytes");
    }

    @ArchTest
    static void noticesALargePackage(JavaClasses classes) {
        assertThat(packagesHaveAtMost(3).evaluate(classes).getFailureReport().getDetails())
                .contains("news.platform.gateway.hot.encoding: 4 types (expected: <= 3)")
                .noneMatch(detail -> detail.startsWith("news.platform.gateway.hot.load:"));
    }

    /** One package for each service of the table: a new one is guarded from its first day. */
    private static String[] domains() {
        return Topology.load().services().stream()
                .map(service -> "news.platform." + service.name() + "..")
                .toArray(String[]::new);
    }

    private static ArchRule knowsNoneOf(String... packages) {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because("everything about a domain comes from its descriptors");
    }

    private static ArchRule packagesHaveAtMost(int limit) {
        return all(PACKAGES)
                .should(new ArchCondition<JavaPackage>("have at most " + limit + " types") {
                    @Override
                    public void check(JavaPackage each, ConditionEvents events) {
                        long types = each.getClasses().stream()
                                .filter(type -> type.isTopLevelClass()
                                        && !type.isArray()
                                        && !type.getSimpleName().equals("package-info"))
                                .count();
                        if (types > limit) {
                            events.add(SimpleConditionEvent.violated(
                                    each, each.getName() + ": " + types + " types (expected: <= " + limit + ")"));
                        }
                    }
                })
                .because("what is larger is more than one feature: split it, never by layer");
    }
}
