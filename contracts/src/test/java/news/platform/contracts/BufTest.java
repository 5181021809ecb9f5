package news.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code buf lint} (STANDARD and COMMENTS) and {@code buf breaking} against the last tag, or where there is none the
 * merge base with the main branch. Each is shown to bite on a copy that breaks it.
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
    void nothingBreaksWhatWasReleased() throws IOException {
        var base = base();
        assumeTrue(!base.isEmpty(), "no tag and no main branch to compare with");
        var before = work.resolve("checkout");
        Files.createDirectories(before);
        run(
                ROOT,
                "sh",
                "-c",
                "git archive " + base + " -- " + CONTRACTS + " " + POLICY + " | tar -x -C '" + before + "'");

        var breaking = buf(
                "breaking",
                layOut("now", ROOT).toString(),
                "--against",
                layOut("base", before).toString());

        assertThat(breaking.output()).isEmpty();
        assertThat(breaking.exitCode()).isZero();
    }

    @Test
    void breakingCatchesAChangedFieldType() {
        var changed = layOut("changed", ROOT);
        edit(changed, "string parent_id = 3;", "int64 parent_id = 3;");

        var breaking = buf(
                "breaking", changed.toString(), "--against", layOut("now", ROOT).toString());

        assertThat(breaking.exitCode()).isNotZero();
        assertThat(breaking.output()).contains("parent_id");
    }

    private static String base() {
        var tag = run(ROOT, "git", "describe", "--tags", "--abbrev=0");
        if (tag.exitCode() == 0) {
            return tag.output().strip();
        }
        for (var main : List.of("origin/main", "main")) {
            var mergeBase = run(ROOT, "git", "merge-base", "HEAD", main);
            if (mergeBase.exitCode() == 0) {
                return mergeBase.output().strip();
            }
        }
        return "";
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
        return run(work, command.toArray(String[]::new));
    }

    private static Outcome run(Path directory, String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command[0], e);
        }
    }

    private record Outcome(int exitCode, String output) {}
}
