package news.platform.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link PlatformTest} on a test class. */
final class PlatformTestCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        var found = TestContextAnnotationUtils.findAnnotationDescriptor(testClass, PlatformTest.class);
        return found == null
                ? null
                : new PlatformTestCustomizer(List.of(found.getAnnotation().twins()));
    }
}
