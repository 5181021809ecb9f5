package news.platform.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.platform.local.file.Home;
import news.platform.local.store.Broker;
import news.platform.local.store.Certificates;
import news.platform.local.store.Postgres;
import news.platform.local.store.Sandbox;
import news.platform.local.store.Secrets;
import news.platform.local.store.Zipkin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {
    @TempDir
    private Path folder;

    private Service gateway;
    private Service calendar;
    private Path cache;

    @BeforeEach
    void makeACache() throws IOException {
        Home home = new Home(folder);
        ServiceTable table = ServiceTable.load(0);
        Secrets secrets = new Secrets(home.data().resolve("secrets"));
        Postgres postgres = new Postgres(home, secrets, 5455, table.databases());
        Certificates certificates = new Certificates(home.certificates(), InstantSource.system());
        Wiring wiring = new Wiring(
                table,
                postgres,
                new Broker(home, "java", "", 1, 2),
                new Zipkin(home, "java", 3),
                new Sandbox(home, "java", "", secrets, 4),
                secrets,
                certificates);
        Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        var services = new Services(home, java.toString(), table, wiring).all(Map.of("limit", "1"));
        gateway = named("gateway", services);
        calendar = named("calendar", services);
        cache = home.service("gateway").resolve("app.aot");
        Files.writeString(cache, "what was learnt");
    }

    private static Service named(String name, List<Service> services) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void usesItsCacheUnlessItIsToLeaveItAlone() {
        assertThat(gateway.command()).anyMatch(word -> word.startsWith("-XX:AOTCache="));
        assertThat(gateway.withoutCache().command()).noneMatch(word -> word.contains("AOTCache"));
    }

    @Test
    void recordsForACacheOnlyWhereThisBuildHasNone() throws IOException {
        buildJar();

        assertThat(gateway.recording().isRecording()).isTrue();
        assertThat(gateway.recording().command())
                .anyMatch(word -> word.startsWith("-XX:AOTCacheOutput="))
                .noneMatch(word -> word.startsWith("-XX:Tier4"));
        assertThat(gateway.command()).noneMatch(word -> word.contains("AOTCache"));

        Files.writeString(cache, "what was learnt");

        assertThat(gateway.recording().isRecording()).isFalse();
        assertThat(gateway.recording().command()).anyMatch(word -> word.startsWith("-XX:AOTCache="));
    }

    @Test
    void isTheJarOfTheLastBuildWhateverItsVersion() {
        assertThat(gateway.command())
                .contains(
                        folder.resolve(".news/services/gateway/app/gateway.jar").toString());
    }

    @Test
    void hasThreeCarriersOfVirtualThreadsForEachProcessor() {
        assertThat(gateway.command())
                .contains("-Djdk.virtualThreadScheduler.parallelism="
                        + 3 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void isOptimisedLaterThanTheJdkWould() {
        assertThat(gateway.command())
                .contains("-XX:Tier4InvocationThreshold=50000")
                .doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void isOptimisedAsTheJdkDoesWhereItRunsAsDeployed() {
        assertThat(gateway.asDeployed().command())
                .noneMatch(word -> word.startsWith("-XX:Tier"))
                .contains("-Xmx2048m");
        assertThat(gateway.asDeployed().with(Map.of("a", "b")).command())
                .noneMatch(word -> word.startsWith("-XX:Tier"));
    }

    @Test
    void keepsItsPropertiesWithoutItsCache() {
        assertThat(gateway.withoutCache().environment()).isEqualTo(gateway.environment());
    }

    private void buildJar() throws IOException {
        Path jar = folder.resolve("gateway/target/gateway.jar");
        Files.createDirectories(jar.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("a"));
        }
    }
}
