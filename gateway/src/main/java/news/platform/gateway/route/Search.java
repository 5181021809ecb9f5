package news.platform.gateway.route;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import news.platform.gateway.route.Node.Tail;
import news.platform.gateway.route.Node.Target;
import org.jspecify.annotations.Nullable;

/** One path's way down the tree: literals before {@code *} before {@code **}; each node is visited at most once. */
final class Search {

    private final String httpMethod;
    private final SortedSet<String> others = new TreeSet<>();

    Search(String httpMethod) {
        this.httpMethod = httpMethod;
    }

    /** The HTTP methods with which the path is known; meaningful once a search found nothing. */
    SortedSet<String> others() {
        return others;
    }

    @Nullable
    Target find(Node root, RawPath path) {
        return find(root, path, 0);
    }

    private @Nullable Target find(Node node, RawPath path, int at) {
        if (at == path.size()) {
            var here = take(node.targets);
            return here == null ? tail(node, path, at) : here;
        }
        var literal = node.literals.get(path.literal(at));
        var found = literal == null ? null : find(literal, path, at + 1);
        if (found != null) {
            return found;
        }
        for (var any : node.anySegments.entrySet()) {
            found = path.isLonger(at, any.getKey()) ? find(any.getValue(), path, at + 1) : null;
            if (found != null) {
                return found;
            }
        }
        return tail(node, path, at);
    }

    private @Nullable Target tail(Node node, RawPath path, int at) {
        for (var tail : node.tails) {
            var target = matches(tail, path, at) ? take(tail.targets()) : null;
            if (target != null) {
                return target;
            }
        }
        return null;
    }

    private static boolean matches(Tail tail, RawPath path, int at) {
        int from = path.size() - tail.suffix().size();
        if (from < at) {
            return false;
        }
        for (int i = 0; i < tail.suffix().size(); i++) {
            if (!tail.suffix().get(i).equals(path.literal(from + i))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Target take(Map<String, Target> targets) {
        var target = targets.get(httpMethod);
        if (target == null) {
            others.addAll(targets.keySet());
        }
        return target;
    }
}
