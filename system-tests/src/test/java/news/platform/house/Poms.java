package news.platform.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a module's pom may say. Each rule answers with what is wrong and what to do, nothing where all is well. */
final class Poms {
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern DEPENDENCIES = Pattern.compile("(?s)\n  <dependencies>(.*?)\n  </dependencies>");
    private static final Pattern ARTIFACT =
            Pattern.compile("<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private static final int MAX_LINES = 50;

    private Poms() {}

    static List<String> problems(String name, String pom) {
        var problems = new ArrayList<String>();
        // the other modules are one of a kind: nothing in their poms is said twice
        if (name.endsWith("-service") && pom.lines().count() > MAX_LINES) {
            problems.add(
                    name + ": more than " + MAX_LINES + " lines; what two services need belongs in service-parent");
        }
        var dependencies = DEPENDENCIES.matcher(pom);
        if (dependencies.find()) {
            checkDependencies(name, dependencies.group(1), problems);
        }
        return problems;
    }

    private static void checkDependencies(String name, String block, List<String> problems) {
        var dependency = DEPENDENCY.matcher(block);
        while (dependency.find()) {
            var artifact = ARTIFACT.matcher(dependency.group(1));
            if (!artifact.find()) {
                continue;
            }
            if (dependency.group(1).contains("<version>")) {
                problems.add(name + ": " + artifact.group(2) + " has a version; versions stand in platform-bom");
            }
            if ("news.platform".equals(artifact.group(1))) {
                checkOurs(name, artifact.group(2), problems);
            }
        }
    }

    private static void checkOurs(String name, String dependency, List<String> problems) {
        // what walks through all of them waits for all of them, but has none on its class path
        boolean waits = "system-tests".equals(name);
        if (!waits && (dependency.endsWith("-service") || "gateway".equals(dependency))) {
            problems.add(name + ": depends on " + dependency + "; services meet by rpc or event, not by jar");
        }
        // names of authors, rights of readers: whoever shows what somebody wrote, or what is paid for, needs them
        boolean speaks = List.of("platform/author", "platform/right").contains(name);
        if (name.startsWith("platform") && !speaks && "contracts".equals(dependency)) {
            problems.add(name + ": depends on contracts; the platform knows no domain");
        }
    }
}
