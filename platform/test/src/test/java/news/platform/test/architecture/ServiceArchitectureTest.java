package news.platform.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceArchitectureTest {
    private static final JavaClasses SOUND = new ClassFileImporter().importPackages("news.platform.sound");

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleCatchesItsFixture(String name) throws ReflectiveOperationException {
        JavaClasses fixture =
                new ClassFileImporter().importPackages("news.platform.fixture." + name.toLowerCase(Locale.ROOT));

        assertThat(rule(name).evaluate(fixture).hasViolation())
                .as("the fixture of %s", name)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleLetsSoundCodePass(String name) throws ReflectiveOperationException {
        assertThat(rule(name).evaluate(SOUND).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleSaysWhy(String name) throws ReflectiveOperationException {
        assertThat(rule(name).getDescription()).contains(", because ");
    }

    @Test
    void aServiceMayCallWhomItsRowOfTheTableNames() throws ReflectiveOperationException {
        JavaClasses content = new ClassFileImporter().importPackages("news.platform.content");

        assertThat(rule("onlyCalleesOfTheTable").evaluate(content).hasViolation())
                .isFalse();
    }

    private static Stream<String> rules() {
        return Arrays.stream(ServiceArchitecture.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(Field::getName);
    }

    private static ArchRule rule(String name) throws ReflectiveOperationException {
        return (ArchRule) ServiceArchitecture.class.getDeclaredField(name).get(null);
    }
}
