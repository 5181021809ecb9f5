package news.platform.local.file;

import java.nio.file.Path;

/**
 * Where everything is kept: the checkout, and below it {@code .news}, which git ignores and only its owner can enter.
 *
 * @param root the checkout, absolute
 */
public record Home(Path root) {
    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** Everything that is not in git. */
    public Path state() {
        return OwnerOnly.folder(root.resolve(".news"));
    }

    /** What survives a stop: databases, broker, secrets. */
    public Path data() {
        return OwnerOnly.folder(state().resolve("data"));
    }

    /** What a service keeps as files. */
    public Path files(String module) {
        return OwnerOnly.folder(data().resolve(module));
    }

    /** The authority of this machine and what it has issued. */
    public Path certificates() {
        return OwnerOnly.folder(state().resolve("certificates"));
    }

    /** What is true of the processes that run now. */
    public Path run() {
        return OwnerOnly.folder(state().resolve("run"));
    }

    /** What all parts write. */
    public Path logs() {
        return OwnerOnly.folder(state().resolve("logs"));
    }

    /** One file a part, begun anew at each start; the one before is kept as {@code NAME.log.1}. */
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** What an operator overrides: looked at by every service each second. */
    public Path policies() {
        return OwnerOnly.folder(state()).resolve("policies.properties");
    }

    /** The launcher itself, copied from the build, so that a build never changes what runs. */
    public Path app() {
        return state().resolve("app");
    }

    /** A service unpacked and its AOT cache. */
    public Path service(String name) {
        return OwnerOnly.folder(state().resolve("services").resolve(name));
    }

    /** Text in the command line of each JVM started for this checkout and of no other process. */
    public String mark(String part) {
        return "-Dnews.part=" + root + "#" + part;
    }
}
