package news.platform.local.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** A file of a new service: where it goes, and in the resource of its name what stands in it. */
enum Template {
    SERVICE_PROTO("service.proto", "contracts/src/main/protobuf/news/platform/__name__/v1/__name___service.proto"),
    REASON_PROTO("reason.proto", "contracts/src/main/protobuf/news/platform/__name__/v1/reason.proto"),
    POM("pom.xml", "__name__-service/pom.xml"),
    SETTINGS("application.yaml", "__name__-service/src/main/resources/application.yaml"),
    MIGRATION("migration.sql", "__name__-service/src/main/resources/db/migration/V001__create___name__.sql"),
    APPLICATION("Application.java", Template.MAIN + "__Name__Application.java"),
    PACKAGE("package-info.java", Template.MAIN + "package-info.java"),
    AGGREGATE("Aggregate.java", Template.MAIN + "__name__/__Name__.java"),
    REPOSITORY("Repository.java", Template.MAIN + "__name__/__Names__.java"),
    GRPC_SERVICE("GrpcService.java", Template.MAIN + "__name__/__Name__GrpcService.java"),
    FEATURE_PACKAGE("feature-package-info.java", Template.MAIN + "__name__/package-info.java"),
    ARCHITECTURE_TEST("ArchitectureTest.java", Template.TEST + "ArchitectureTest.java"),
    SERVICE_TEST("GrpcServiceIT.java", Template.TEST + "__name__/__Name__GrpcServiceIT.java");

    private static final String MAIN = "__name__-service/src/main/java/news/platform/__name__/";
    private static final String TEST = "__name__-service/src/test/java/news/platform/__name__/";

    private final String resource;
    private final String path;

    Template(String resource, String path) {
        this.resource = resource;
        this.path = path;
    }

    /** Where it goes, below the checkout. */
    String path(ServiceName name) {
        return filled(path, name);
    }

    /** What stands in it. */
    String text(ServiceName name) {
        try (InputStream in = Objects.requireNonNull(
                Template.class.getResourceAsStream("/scaffold/" + resource), "no resource scaffold/" + resource)) {
            return filled(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String text, ServiceName name) {
        return text.replace("__names__", name.plural())
                .replace("__Names__", name.pluralType())
                .replace("__name__", name.word())
                .replace("__Name__", name.type())
                .replace("__NAME__", name.word().toUpperCase(Locale.ROOT));
    }
}
