package news.platform.thirdparty;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import news.platform.test.architecture.ServiceArchitecture;

@AnalyzeClasses(packages = "news.platform.thirdparty", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests SERVICE = ArchTests.in(ServiceArchitecture.class);
}
