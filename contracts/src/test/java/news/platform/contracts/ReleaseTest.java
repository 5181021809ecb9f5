package news.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.contracts.Commands.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./news release} in a clone, with a stand-in for Maven that says how the tests of the contracts went. All tests have
 * the one clone, each as it was in the beginning.
 */
class ReleaseTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path ROOT = MODULE.resolve("..").normalize();
    private static final String MAVEN = """
            #!/bin/sh
            case "$*" in
              *--version*) printf 'Apache Maven 3.9.16\\nMaven home: /nowhere\\n' ;;
              *)
                [ ! -e "$0.fails" ] || exit 1
                mkdir -p contracts/target/classes contracts/target/buf
                cp '%1$s/target/classes/contracts.desc' contracts/target/classes/
                printf '#!/bin/sh\\nexec "%%s" "$@"\\n' '%1$s/target/buf/buf.exe' >contracts/target/buf/buf.exe
                chmod +x contracts/target/buf/buf.exe
                ;;
            esac
            """;

    private static final String BEGINNING = "refs/heads/beginning";

    @TempDir
    private static Path folder;

    private static Path clone;
    private static Path maven;

    @BeforeAll
    static void cloneTheRepository() throws IOException {
        clone = folder.resolve("clone");
        maven = Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("mvn"), MAVEN.formatted(MODULE));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        assertThat(MODULE.resolve("target/buf/buf.exe").toFile().setExecutable(true))
                .isTrue();
        run(folder, "git", "clone", "--quiet", "--local", ROOT.toString(), clone.toString());
        Files.copy(ROOT.resolve("news"), clone.resolve("news"), StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(clone.resolve("contracts/released"));
        Files.writeString(
                clone.resolve("contracts/released/accepted-changes.txt"), "# What\n# for.\n# why\nsome change\n");
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "-m", "Change something on purpose");
        git("update-ref", BEGINNING, "HEAD");
    }

    @BeforeEach
    void beginAnew() throws IOException {
        git("reset", "--quiet", "--hard", BEGINNING);
        git("clean", "--quiet", "-dffx");
        for (var tag : git("tag", "--list", "v9.*").lines().toList()) {
            git("tag", "--delete", tag);
        }
        Files.deleteIfExists(maven.resolveSibling("mvn.fails"));
    }

    @Test
    void writesVersionChangelogDescriptorSetAndTag() throws IOException {
        var release = release("9.9.9");

        assertThat(release.output()).contains("Released 9.9.9 as tag v9.9.9");
        assertThat(release.exitCode()).isZero();
        assertThat(git("show", "v9.9.9:pom.xml"))
                .contains("<version>9.9.9</version>")
                .doesNotContain("SNAPSHOT");
        assertThat(git("show", "v9.9.9:helm/news-platform/Chart.yaml")).contains("appVersion: 9.9.9");
        assertThat(git("show", "v9.9.9:CHANGELOG.md"))
                .startsWith("# Changelog\n\n## 9.9.9\n\n- Change something on purpose\n");
        assertThat(git("show", "HEAD:pom.xml")).contains("<version>9.9.10-SNAPSHOT</version>");
        assertThat(Files.readString(clone.resolve("contracts/released/accepted-changes.txt")))
                .isEqualTo("# What\n# for.\n");
        var released = ContractSet.of(ContractSet.read(clone.resolve("contracts/released/9.9.9.desc")));
        assertThat(Compatibility.problems(released, ContractSet.now())).isEmpty();
        assertThat(released.methods()).hasSameSizeAs(ContractSet.now().methods().toList());
        assertThat(git("status", "--porcelain")).isEmpty();
    }

    /** Whatever names the version before would go on with what was built before. */
    @Test
    void leavesTheVersionBeforeNowhere() {
        var version = git("show", "HEAD:pom.xml").split("</?version>", 3)[1];

        assertThat(release("9.9.9").exitCode()).isZero();

        assertThat(version).endsWith("-SNAPSHOT");
        var places = run(clone, "git", "grep", "-lF", version, "v9.9.9", "--", ":!CHANGELOG.md");
        assertThat(places.output()).isEmpty();
    }

    @Test
    void addsToTheChangelogOfTheReleaseBefore() throws IOException {
        assertThat(release("9.9.9").exitCode()).isZero();
        git("commit", "--quiet", "--allow-empty", "-m", "Change something else");

        assertThat(release("9.10.0").exitCode()).isZero();

        assertThat(Files.readString(clone.resolve("CHANGELOG.md")))
                .startsWith(
                        "# Changelog\n\n## 9.10.0\n\n- Change something else\n- Begin 9.9.10-SNAPSHOT\n\n## 9.9.9\n");
    }

    @Test
    void refusesChangesThatAreNotCommitted() throws IOException {
        Files.writeString(clone.resolve("README.md"), "changed");

        assertRefused("9.9.9", "not committed");
    }

    @Test
    void refusesWhenTheTestsOfTheContractsFail() throws IOException {
        Files.createFile(maven.resolveSibling("mvn.fails"));

        assertRefused("9.9.9", "nothing is released");
    }

    @Test
    void refusesWhatIsNoVersionAndWhatIsThereAlready() {
        assertRefused("next", "expected: MAJOR.MINOR.PATCH");
        git("tag", "v9.9.9");
        assertRefused("9.9.9", "is there already");
    }

    private static void assertRefused(String version, String why) {
        var head = git("rev-parse", "HEAD");

        var release = release(version);

        assertThat(release.exitCode()).isNotZero();
        assertThat(release.output()).contains(why);
        assertThat(git("rev-parse", "HEAD")).isEqualTo(head);
        assertThat(clone.resolve("contracts/released/9.9.9.desc")).doesNotExist();
    }

    private static Outcome release(String version) {
        return run(clone, "./news", "release", version);
    }

    private static String git(String... arguments) {
        var outcome =
                run(clone, Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(outcome.exitCode())
                .as(String.join(" ", arguments) + ": " + outcome.output())
                .isZero();
        return outcome.output();
    }

    private static Outcome run(Path directory, String... command) {
        return Commands.run(
                directory,
                Map.of(
                        "PATH", maven.getParent() + ":" + System.getenv("PATH"),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "GIT_AUTHOR_NAME", "Somebody",
                        "GIT_AUTHOR_EMAIL", "somebody@example.com",
                        "GIT_COMMITTER_NAME", "Somebody",
                        "GIT_COMMITTER_EMAIL", "somebody@example.com"),
                List.of(command));
    }
}
