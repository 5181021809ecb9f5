package news.platform.gateway.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.gateway.contract.Method;
import news.platform.gateway.contract.PathTemplate;
import news.platform.gateway.contract.PathTemplate.AnyPath;
import news.platform.gateway.contract.PathTemplate.AnySegment;
import news.platform.gateway.contract.PathTemplate.Variable;
import news.platform.gateway.plain.Plain;
import news.platform.gateway.route.Node.CallTarget;
import news.platform.gateway.route.Node.PlainTarget;
import news.platform.gateway.route.Node.Target;
import news.platform.gateway.transcode.query.PercentCoding;

/**
 * Every path of the contract and of plain HTTP. The most specific template wins, and a verb that is registered wins over a colon in a value.
 * Thread-safe; costs one walk down a tree whatever the number of methods.
 */
public final class Routes {

    private static final Match NOTHING = new Match.Nothing();

    private final Node plain = new Node();
    private final Map<String, Node> byVerb = new HashMap<>();

    /** Every path of these; two of the same shape are refused. */
    public Routes(Collection<Method> methods, Collection<Plain> others) {
        for (var method : methods) {
            for (var binding : method.bindings()) {
                // a stream has no answer before it begins, whose head could be asked for
                asked(binding.httpMethod(), !method.streaming())
                        .forEach(httpMethod -> add(new CallTarget(method, binding, httpMethod)));
            }
        }
        for (var other : others) {
            other.route().methods().stream()
                    .flatMap(httpMethod -> asked(httpMethod, true))
                    .forEach(httpMethod -> add(new PlainTarget(other, httpMethod)));
        }
    }

    private static Stream<String> asked(String httpMethod, boolean withHead) {
        return withHead && httpMethod.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(httpMethod);
    }

    private void add(Target target) {
        var verb = target.template().verb();
        var root = verb == null ? plain : byVerb.computeIfAbsent(verb, _ -> new Node());
        root.add(target.template().segments(), target);
    }

    /**
     * @param httpMethod HEAD finds what GET finds, but for streams
     * @param rawPath as it came, not decoded, without the query
     */
    public Match match(String httpMethod, String rawPath) {
        var path = RawPath.of(rawPath);
        if (path == null) {
            return NOTHING;
        }
        var search = new Search(httpMethod);
        var verb = path.verb();
        var verbs = verb == null ? null : byVerb.get(verb);
        if (verbs != null) {
            var shorter = path.withoutVerb();
            var target = search.find(verbs, shorter);
            if (target != null) {
                return found(target, shorter);
            }
        }
        if (search.others().isEmpty()) {
            var target = search.find(plain, path);
            if (target != null) {
                return found(target, path);
            }
        }
        return search.others().isEmpty() ? NOTHING : new Match.WrongMethod(search.others());
    }

    private static Match found(Target target, RawPath path) {
        return switch (target) {
            case CallTarget call -> called(call, path);
            case PlainTarget(var plain, var _) -> new Match.Passed(plain);
        };
    }

    private static Match called(CallTarget target, RawPath path) {
        var template = target.template();
        var values = new ArrayList<String>(template.variables().size());
        int anyPath = anyPath(template);
        int shift = path.size() - template.segments().size();
        for (var variable : template.variables()) {
            int from = anyPath >= 0 && variable.from() > anyPath ? variable.from() + shift : variable.from();
            int to = anyPath >= 0 && variable.to() > anyPath ? variable.to() + shift : variable.to();
            var raw = path.raw(from, to);
            var value = variable.whole()
                    ? PercentCoding.segment(cut(raw, template, variable))
                    : PercentCoding.segments(raw);
            if (value == null) {
                return NOTHING;
            }
            values.add(value);
        }
        return new Match.Found(target.method(), target.binding(), List.copyOf(values));
    }

    private static String cut(String raw, PathTemplate template, Variable variable) {
        return template.segments().get(variable.from()) instanceof AnySegment(var suffix)
                ? raw.substring(0, raw.length() - suffix.length())
                : raw;
    }

    private static int anyPath(PathTemplate template) {
        for (int i = 0; i < template.segments().size(); i++) {
            if (template.segments().get(i) instanceof AnyPath) {
                return i;
            }
        }
        return -1;
    }
}
