package news.platform.gateway.transcode.json;

import com.fasterxml.jackson.core.filter.TokenFilter;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What {@code fields=a,b.c} keeps of an answer. Lists are transparent: {@code articles.title} keeps every title. */
public final class FieldTree {

    private static final FieldTree ALL = new FieldTree();

    private final Map<String, FieldTree> kept = new TreeMap<>();

    private FieldTree() {}

    /** Refuses names that the answer does not have. Empty text keeps all. */
    public static FieldTree parse(String text, Descriptor answer) {
        if (text.isEmpty()) {
            return ALL;
        }
        var tree = new FieldTree();
        for (var path : text.split(",", -1)) {
            tree.add(path, answer);
        }
        return tree;
    }

    private void add(String path, Descriptor answer) {
        var tree = this;
        @Nullable Descriptor message = answer;
        for (var name : path.split("\\.", -1)) {
            var field = message == null ? null : find(message, name);
            if (field == null) {
                throw Problem.field("fields", "the answer has no field \"%s\"".formatted(path))
                        .asException();
            }
            tree = tree.kept.computeIfAbsent(field.getJsonName(), _ -> new FieldTree());
            message = hasNames(field) ? field.getMessageType() : null;
        }
        tree.kept.put("", ALL);
    }

    /** Whether the answer shows names of the contract below it: not in a map, nor in what is written as one value. */
    private static boolean hasNames(FieldDescriptor field) {
        return !field.isMapField() && JsonKind.of(field) == JsonKind.MESSAGE;
    }

    private static @Nullable FieldDescriptor find(Descriptor message, String name) {
        var byProtoName = message.findFieldByName(name);
        return byProtoName != null
                ? byProtoName
                : message.getFields().stream()
                        .filter(field -> field.getJsonName().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    /** True where nothing is left out. */
    public boolean keepsAll() {
        return kept.isEmpty() || kept.containsKey("");
    }

    /** The same for all texts that keep the same: sorted, without repetition, empty for all. */
    public String normalised() {
        return keepsAll() ? "" : paths("").collect(Collectors.joining(","));
    }

    private Stream<String> paths(String before) {
        return kept.entrySet().stream().flatMap(entry -> {
            var path = before.isEmpty() ? entry.getKey() : before + "." + entry.getKey();
            return entry.getValue().keepsAll()
                    ? Stream.of(path)
                    : entry.getValue().paths(path);
        });
    }

    TokenFilter filter() {
        return keepsAll() ? TokenFilter.INCLUDE_ALL : new Filter(this);
    }

    private static final class Filter extends TokenFilter {

        private final FieldTree tree;

        Filter(FieldTree tree) {
            this.tree = tree;
        }

        @Override
        public @Nullable TokenFilter includeProperty(String name) {
            var below = tree.kept.get(name);
            return below == null ? null : below.filter();
        }

        @Override
        public TokenFilter includeElement(int index) {
            return this;
        }

        /** What is trimmed keeps its shape: a list its elements, an object its braces. */
        @Override
        public boolean includeEmptyArray(boolean contentsFiltered) {
            return true;
        }

        @Override
        public boolean includeEmptyObject(boolean contentsFiltered) {
            return true;
        }

        @Override
        protected boolean _includeScalar() {
            return false;
        }
    }
}
