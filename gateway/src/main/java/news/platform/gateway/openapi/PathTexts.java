package news.platform.gateway.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.PathTemplate;
import news.platform.gateway.contract.PathTemplate.AnyPath;
import news.platform.gateway.contract.PathTemplate.AnySegment;
import news.platform.gateway.contract.PathTemplate.Literal;

/** Paths as OpenAPI writes them; two templates of one shape share the text, and with it the names of the variables. */
final class PathTexts {

    /**
     * @param text with each variable as one part in braces
     * @param names of the variables, in the order of the binding's
     */
    record PathText(String text, List<String> names) {}

    private final Map<String, PathText> byShape = new HashMap<>();

    PathText of(HttpBinding binding) {
        return byShape.computeIfAbsent(binding.template().shape(), _ -> write(binding));
    }

    private static PathText write(HttpBinding binding) {
        var template = binding.template();
        var names = binding.pathVariables().stream().map(path -> path.text()).toList();
        var parts = new ArrayList<String>();
        int at = 0;
        for (int i = 0; i < template.variables().size(); i++) {
            var variable = template.variables().get(i);
            literals(template, at, variable.from(), parts);
            parts.add("{" + names.get(i) + "}" + suffix(template, variable));
            at = variable.to();
        }
        literals(template, at, template.segments().size(), parts);
        var path = "/" + String.join("/", parts);
        return new PathText(template.verb() == null ? path : path + ":" + template.verb(), names);
    }

    private static String suffix(PathTemplate template, PathTemplate.Variable variable) {
        return variable.whole() && template.segments().get(variable.from()) instanceof AnySegment(var suffix)
                ? suffix
                : "";
    }

    private static void literals(PathTemplate template, int from, int to, List<String> parts) {
        for (var segment : template.segments().subList(from, to)) {
            parts.add(
                    switch (segment) {
                        case Literal(var text) -> text;
                        case AnySegment(var suffix) -> "*" + suffix;
                        case AnyPath() -> "**";
                    });
        }
    }
}
