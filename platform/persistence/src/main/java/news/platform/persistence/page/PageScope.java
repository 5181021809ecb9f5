package news.platform.persistence.page;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which list a page token belongs to: one list with one set of filters. Two scopes are equal only where name, filters and values are: each text is signed with
 * its length, so no value can pass for two or for another filter. Immutable.
 */
public final class PageScope {
    private final List<String> parts;

    private PageScope(List<String> parts) {
        this.parts = parts;
    }

    /** The list of this name, unfiltered. */
    public static PageScope of(String list) {
        return new PageScope(List.of(list));
    }

    /** This scope with one more filter; null where it does not filter, which is not the same as an empty text. */
    public PageScope with(String filter, @Nullable Object value) {
        return withAll(filter, value == null ? List.of() : List.of(value.toString()));
    }

    /** This scope with one more filter of any number of values, in their order. */
    public PageScope withAll(String filter, List<String> values) {
        var longer = new ArrayList<>(parts);
        longer.add(filter);
        longer.add(String.valueOf(values.size()));
        longer.addAll(values);
        return new PageScope(List.copyOf(longer));
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(parts.size());
            for (String part : parts) {
                byte[] text = part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
