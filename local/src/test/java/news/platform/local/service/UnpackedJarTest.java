package news.platform.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.platform.local.file.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedJarTest {
    /** In place of Java: says what it was told to take apart. */
    private static final String TOOL = """
            #!/bin/sh
            echo "$4" >>"$0.log"
            """;

    @TempDir
    private Path folder;

    private Path tool;
    private UnpackedJar jar;

    @BeforeEach
    void makeATool() throws IOException {
        tool = Files.writeString(folder.resolve("java"), TOOL);
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        jar = new UnpackedJar(
                new Home(folder),
                tool.toString(),
                ServiceTable.load(0).entries().getLast());
    }

    @Test
    void isMadeOnceABuildThoughAllAreDatedAndSizedAlike() throws IOException {
        build("one");
        jar.unpack();
        build("one");
        jar.unpack();
        assertThat(unpacked()).hasSize(1);

        build("two");
        jar.unpack();
        assertThat(unpacked()).hasSize(2).allMatch(path -> path.endsWith("/gateway/target/gateway.jar"));
    }

    private List<String> unpacked() throws IOException {
        return Files.readAllLines(Path.of(tool + ".log"));
    }

    private void build(String content) throws IOException {
        Path file = folder.resolve("gateway/target/gateway.jar");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("a");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }
}
