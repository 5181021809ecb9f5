package news.platform.benchmarks;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "news.platform.benchmarks", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    private final ArchRule packagesHaveNoCycles = slices().matching("news.platform.benchmarks.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each package is to be understood without the others: move the type that points back");
}
