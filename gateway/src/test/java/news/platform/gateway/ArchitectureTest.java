package news.platform.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "news.platform.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("news.platform.gateway.(*)..")
            .should()
            .beFreeOfCycles()
            .because("data moves one way through the edge: move the shared type to the lower package");

    @ArchTest
    static final ArchRule knowsNoDomain = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("news.platform.user..", "news.platform.content..", "news.platform.thirdparty..")
            .because("everything about a domain comes from its descriptors");
}
