package news.platform.thirdparty.xml;

import java.util.HashMap;
import java.util.Map;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Which prefix means which namespace at one place of a text; what nobody declared means what it usually means. */
final class Scope {

    /** Looked up from the inside out: copied maps would cost depth times declarations. */
    private final @Nullable Scope outer;

    private final Map<String, String> own = new HashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    void declare(String prefix, String uri) {
        own.put(prefix, uri);
    }

    /** The address of the namespace; empty for none. */
    String of(String prefix) {
        if (prefix.equals("xml")) {
            return Namespace.XML_NAMESPACE.getURI();
        }
        String declared = declared(prefix);
        return declared.isEmpty() && !prefix.isEmpty() ? Namespaces.usual(prefix) : declared;
    }

    private String declared(String prefix) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            String uri = scope.own.get(prefix);
            if (uri != null) {
                return uri;
            }
        }
        return "";
    }
}
