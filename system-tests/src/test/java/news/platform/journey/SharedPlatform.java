package news.platform.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One platform for all journeys of a run: its start takes longer than they do. */
final class SharedPlatform implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedPlatform.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningPlatform.class;
    }

    @Override
    public RunningPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // closed when the run ends
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(RunningPlatform.class, _ -> start(), RunningPlatform.class);
    }

    private static RunningPlatform start() {
        try {
            return new RunningPlatform(
                    "thirdparty", "content", "livenews", "comment", "ranking", "entitlement", "mall", "payment");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
