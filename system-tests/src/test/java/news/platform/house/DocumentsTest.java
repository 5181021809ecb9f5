package news.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents say is there. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./news ([a-z]+)");

    @Test
    void everyRelativeLinkLeadsSomewhere() {
        var broken = new ArrayList<String>();
        for (var document : Repository.files(".md")) {
            broken.addAll(brokenLinks(document, Repository.text(document)));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void catchesALinkToNowhere() {
        assertThat(brokenLinks(Repository.ROOT.resolve("README.md"), "see [the map](docs/no-such-map.md)"))
                .containsExactly("README.md: docs/no-such-map.md");
    }

    @Test
    void everyCommandInTheDocumentsExists() {
        var script = Repository.text(Repository.ROOT.resolve("news"));
        for (var document : Repository.files(".md")) {
            var command = COMMAND.matcher(Repository.text(document));
            while (command.find()) {
                assertThat(script)
                        .as("%s says ./news %s", document, command.group(1))
                        .containsPattern("\\b" + command.group(1) + "\\b");
            }
        }
    }

    @Test
    void everyDecisionRecordSaysItsStatus() {
        var records = Repository.files(".md").stream()
                .filter(file -> file.toString().contains("/docs/adr/"))
                .toList();

        assertThat(records).isNotEmpty();
        assertThat(records)
                .allSatisfy(record -> assertThat(Repository.text(record)).containsIgnoringCase("status"));
    }

    private static List<String> brokenLinks(Path document, String text) {
        var broken = new ArrayList<String>();
        var link = LINK.matcher(text);
        while (link.find()) {
            var target = link.group(1);
            if (!target.contains("://")
                    && !target.startsWith("mailto:")
                    && !Files.exists(document.resolveSibling(target))) {
                broken.add(Repository.ROOT.relativize(document) + ": " + target);
            }
        }
        return broken;
    }
}
