package news.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.platform.contracts.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code buf lint} (STANDARD and COMMENTS) and {@code buf breaking} against the last release, which is a file here, so
 * that a clone without tags can fail, too. Each is shown to bite on a copy that breaks it.
 */
class BufTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path ROOT = MODULE.resolve("..").normalize();
    private static final Path CONTRACTS = Path.of("contracts/src/main/protobuf");
    private static final Path POLICY = Path.of("platform/policy/src/main/protobuf");

    @TempDir
    private Path work;

    @Test
    void everyProtoPassesLint() {
        var now = layOut("now", ROOT);

        var lint = buf("lint", now.toString());

        assertThat(lint.output()).isEmpty();
        assertThat(lint.exitCode()).isZero();
    }

    @Test
    void everyProtoIsFormatted() {
        var now = layOut("now", ROOT);

        for (var module : List.of("contracts", "policy")) {
            var format = buf("format", now.resolve(module).toString(), "-d");

            assertThat(format.output()).as("run: buf format -w").isEmpty();
        }
    }

    @Test
    void lintCatchesAFieldWithoutComment() {
        var broken = layOut("broken", ROOT);
        edit(broken, "  // A short slug, e.g. \"a-stock\".\n", "");

        var lint = buf("lint", broken.toString());

        assertThat(lint.exitCode()).isNotZero();
        assertThat(lint.output()).contains("Field \"id\" should have a non-empty comment");
    }

    @Test
    void nothingBreaksWhatWasReleased() {
        var breaking = breaking(layOut("now", ROOT));

        assertThat(breaking.output()).isEmpty();
        assertThat(breaking.exitCode()).isZero();
    }

    @Test
    void breakingCatchesAChangedFieldType() {
        var changed = layOut("changed", ROOT);
        edit(changed, "string parent_id = 3;", "int64 parent_id = 3;");

        var breaking = breaking(changed);

        assertThat(breaking.exitCode()).isNotZero();
        assertThat(breaking.output()).contains("parent_id");
    }

    /** What is imported changes with its library, which has promises of its own. */
    private Outcome breaking(Path state) {
        var image = state.resolveSibling(state.getFileName() + ".binpb").toString();
        assertThat(buf("build", state.toString(), "-o", image).exitCode()).isZero();
        return buf(
                "breaking",
                image,
                "--against",
                MODULE.resolve(Releases.last().toString()) + "#format=binpb",
                "--config",
                "{version: v2, breaking: {use: [FILE], ignore: [google, buf]}}");
    }

    private Path layOut(String name, Path from) {
        var to = work.resolve(name);
        copy(from.resolve(CONTRACTS), to.resolve("contracts"));
        copy(from.resolve(POLICY), to.resolve("policy"));
        copy(MODULE.resolve("target/buf/imports"), to.resolve("imports"));
        try {
            Files.copy(MODULE.resolve("buf.yaml"), to.resolve("buf.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edit(Path state, String what, String with) {
        var file = state.resolve("contracts/news/platform/content/v1/channel_service.proto");
        try {
            var text = Files.readString(file);
            assertThat(text).contains(what);
            Files.writeString(file, text.replace(what, with));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome buf(String... arguments) {
        var executable = MODULE.resolve("target/buf/buf.exe");
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        var command = new ArrayList<String>();
        command.add(executable.toString());
        command.addAll(List.of(arguments));
        return Commands.run(work, Map.of(), command);
    }
}
