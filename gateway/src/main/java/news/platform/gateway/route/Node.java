package news.platform.gateway.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.gateway.contract.PathTemplate;
import news.platform.gateway.contract.PathTemplate.AnyPath;
import news.platform.gateway.contract.PathTemplate.AnySegment;
import news.platform.gateway.contract.PathTemplate.Literal;
import news.platform.gateway.contract.PathTemplate.Segment;
import news.platform.gateway.plain.Plain;

/** A place in the tree of templates: what may follow, and what ends here. Built once, then only read. */
final class Node {

    /** What a template leads to with one HTTP method. */
    sealed interface Target {
        String httpMethod();

        PathTemplate template();
    }

    record CallTarget(Method method, HttpBinding binding, String httpMethod) implements Target {
        @Override
        public PathTemplate template() {
            return binding.template();
        }
    }

    record PlainTarget(Plain plain, String httpMethod) implements Target {
        @Override
        public PathTemplate template() {
            return plain.template();
        }
    }

    /** {@code **} and the literals behind it. */
    record Tail(List<String> suffix, Map<String, Target> targets) {}

    final Map<String, Node> literals = new HashMap<>();
    /** By what a segment ends with, the longest first: it says the most; the empty one comes last. */
    final SortedMap<String, Node> anySegments =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    final List<Tail> tails = new ArrayList<>();
    final Map<String, Target> targets = new TreeMap<>();

    /** @throws IllegalStateException where the same paths lead elsewhere already */
    void add(List<Segment> segments, Target target) {
        if (segments.isEmpty()) {
            put(targets, target);
            return;
        }
        var rest = segments.subList(1, segments.size());
        switch (segments.getFirst()) {
            case Literal(var text) ->
                literals.computeIfAbsent(text, _ -> new Node()).add(rest, target);
            case AnySegment(var suffix) ->
                anySegments.computeIfAbsent(suffix, _ -> new Node()).add(rest, target);
            case AnyPath() -> put(tail(rest), target);
        }
    }

    private static void put(Map<String, Target> targets, Target target) {
        if (targets.putIfAbsent(target.httpMethod(), target) != null) {
            throw new IllegalStateException(target.httpMethod() + " "
                    + target.template().text() + ": another route has the same paths (expected: one)");
        }
    }

    /** The longest suffix comes first: it says the most. */
    private Map<String, Target> tail(List<Segment> literals) {
        var suffix =
                literals.stream().map(literal -> ((Literal) literal).text()).toList();
        for (var tail : tails) {
            if (tail.suffix().equals(suffix)) {
                return tail.targets();
            }
        }
        var tail = new Tail(suffix, new TreeMap<>());
        tails.add(tail);
        tails.sort(Comparator.comparingInt((Tail one) -> one.suffix().size()).reversed());
        return tail.targets();
    }
}
