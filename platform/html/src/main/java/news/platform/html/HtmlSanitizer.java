package news.platform.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes untrusted HTML safe by a policy. The same input gives the same output in every process; text is kept as UTF-8 where
 * HTML asks for no reference. Thread-safe.
 */
public final class HtmlSanitizer {
    /** What lies in more elements than so many, one in the other, is left out. */
    public static final int MAX_DEPTH = 255;

    /** Emoji and the like; full-width forms, which is most of Chinese punctuation. */
    private static final Pattern PLAIN = Pattern.compile("&#x((?:[1-9a-f]|10)[0-9a-f]{4}|ff[0-9a-e][0-9a-f]);");

    private static final Pattern REL = Pattern.compile(" rel=\"([a-z ]+)\"");
    private static final String MAIL = "mailto:";
    private static final Pattern NONE = Pattern.compile("(?!)");

    private final HtmlPolicy policy;
    private final PolicyFactory factory;
    private final String rel;

    /** Sanitises by this policy. */
    public HtmlSanitizer(HtmlPolicy policy) {
        this.policy = policy;
        this.factory = factory(policy, UnaryOperator.identity(), policy.ownPictures());
        this.rel = " rel=\"" + String.join(" ", policy.rels()) + "\"";
    }

    /** The safe part of it; empty where nothing is. Relative addresses are left out but for those of our own pictures. */
    public String sanitize(String untrusted) {
        return plain(factory.sanitize(untrusted));
    }

    /**
     * The same where addresses are relative to something.
     *
     * @param absolute makes of each address, as written, an absolute one; or an empty text where it makes none
     */
    public String sanitize(String untrusted, UnaryOperator<String> absolute) {
        return plain(factory(policy, absolute, NONE).sanitize(untrusted));
    }

    private static PolicyFactory factory(HtmlPolicy policy, UnaryOperator<String> absolute, Pattern own) {
        var builder = new HtmlPolicyBuilder()
                .allowElements(policy.elements().toArray(String[]::new))
                .allowUrlProtocols(schemes(policy))
                .requireRelsOnLinks(policy.rels().toArray(String[]::new))
                .allowAttributes("href")
                .matching(addresses(policy.linkSchemes(), absolute, NONE))
                .onElements("a")
                .allowAttributes("src")
                .matching(addresses(policy.pictureSchemes(), absolute, own))
                .onElements("img");
        for (var attribute : policy.attributes()) {
            builder.allowAttributes(attribute.name())
                    .matching(attribute.value())
                    .onElements(attribute.elements().toArray(String[]::new));
        }
        return builder.toFactory();
    }

    private static String[] schemes(HtmlPolicy policy) {
        return List.of(policy.linkSchemes(), policy.pictureSchemes()).stream()
                .flatMap(Set::stream)
                .distinct()
                .toArray(String[]::new);
    }

    private static AttributePolicy addresses(Set<String> schemes, UnaryOperator<String> absolute, Pattern own) {
        return (element, attribute, value) ->
                own.matcher(value).matches() ? value : address(schemes, absolute, value.strip());
    }

    private static @Nullable String address(Set<String> schemes, UnaryOperator<String> absolute, String value) {
        if (value.toLowerCase(Locale.ROOT).startsWith(MAIL)) {
            return schemes.contains("mailto") ? value : null;
        }
        var address = absolute.apply(value);
        return PublicUrl.is(address, schemes) ? address : null;
    }

    /**
     * Makes equal texts equal bytes, whatever order the sanitizer's sets have in this process, and undoes references that the
     * sanitizer writes for the sake of browsers long gone: characters that have no meaning in text nor in a quoted
     * attribute, which would make texts longer and searching them harder.
     */
    private String plain(String html) {
        var text = html.replace("&#61;", "=").replace("&#64;", "@").replace("&#43;", "+");
        var ordered = REL.matcher(text).replaceAll(match -> isOurs(match.group(1)) ? rel : match.group());
        return PLAIN.matcher(ordered).replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }

    private boolean isOurs(String rels) {
        return Pattern.compile(" ")
                .splitAsStream(rels)
                .collect(Collectors.toSet())
                .equals(Set.copyOf(policy.rels()));
    }
}
