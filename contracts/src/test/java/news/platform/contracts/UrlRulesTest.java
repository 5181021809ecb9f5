package news.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import news.platform.text.v1.LineProto;
import news.platform.url.v1.UrlRulesProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every address that a request may carry has one of the three rules, and both refuse what a browser must not be given. */
class UrlRulesTest {
    private static final Validator VALIDATOR = ValidatorFactory.newBuilder().build();
    private static final List<FileDescriptor> FILES = files();

    private static final List<String> BAD = List.of(
            "https://x/\"><script>",
            "https://a.example/'x'",
            "https://a.example/<b>",
            "https://a.example/a b",
            "https://a.example/\u0007",
            "https://a.example/\n",
            "https://a.example/\u202e",
            "https://a.example/\u00a0",
            "https://a.example/\\x",
            "https://a.example/{x}",
            "https://user@a.example/",
            "https://user:password@a.example/",
            "https://a.example:0/",
            "https://a.example:65536/",
            "https://a.example:x/",
            "https://",
            "https:///path",
            "https://.example/",
            "https://a..example/",
            "https://-a.example/",
            "https://a.example-/",
            "https:a.example",
            "//a.example/",
            "/path",
            "a.example",
            "ftp://a.example/",
            "javascript:alert(1)",
            "data:text/html,x",
            " https://a.example/",
            "https://a.example/" + "x".repeat(2000));

    private static final List<String> PRIVATE = List.of(
            "https://localhost/",
            "https://x/",
            "https://127.0.0.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://10.0.0.1/",
            "https://2852039166/",
            "https://0x7f.0.0.0x1/",
            "https://[::1]/",
            "https://printer.local/",
            "https://metadata.google.internal:443/",
            "https://router.HOME.arpa.",
            "http://a.example/");

    /** A crawler makes punycode of them; what readers' browsers get is to be that already. */
    private static final List<String> INTERNATIONAL = List.of("https://münchen.example/", "https://ａ.example/x");

    private static final List<String> GOOD = List.of(
            "",
            "https://a.example",
            "https://a.example/",
            "HTTPS://A.Example:8443/x.png?y=z&q=%22#top",
            "https://my_blog.example.com/",
            "https://xn--mnchen-3ya.example/",
            "https://a.example./",
            "https://a.example/图片.png",
            "https://local.example/(x)");

    @Test
    void everyAddressOfARequestHasARule() {
        assertThat(addresses())
                .extracting(address -> address.field().getFullName())
                .contains(
                        "news.platform.user.v1.ProfileChange.avatar_url",
                        "news.platform.content.v1.CreateArticleRequest.cover_url",
                        "news.platform.content.v1.ArticleChange.cover_url",
                        "news.platform.thirdparty.v1.CreateFeedSourceRequest.url");
        assertThat(addresses()).allSatisfy(address -> {
            assertThat(rules(address.field()).getMaxLen()).isBetween(1L, 2000L);
            assertThat(rules(address.field()).getExtension(UrlRulesProto.webUrl) || isPublic(address))
                    .as(
                            "%s: give it web_url, public_https_url or picture_url",
                            address.field().getFullName())
                    .isTrue();
        });
    }

    @Test
    void takesImagesOfThePlatformWhereThereArePictures() throws ValidationException {
        var id = "0123456789abcdef".repeat(2) + "01234567";
        for (var address : addresses()) {
            for (var own : List.of("/media/" + id, "/media/" + id + "/640")) {
                assertThat(violations(address, own).contains(address.path()))
                        .as(address.path())
                        .isEqualTo(!isPicture(address));
            }
            for (var other : List.of("/media/" + id + "/", "/media/" + id + "/../x", "/media/x", "//media/" + id)) {
                assertThat(violations(address, other)).contains(address.path());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatIsNoAddressNamingTheField(Address address, String text) throws ValidationException {
        assertThat(violations(address, text)).contains(address.path());
    }

    @ParameterizedTest
    @MethodSource("taken")
    void takesAddresses(Address address, String text) throws ValidationException {
        assertThat(violations(address, text)).doesNotContain(address.path());
    }

    static Stream<Arguments> refused() {
        return addresses().stream().flatMap(address -> Stream.concat(
                        BAD.stream(), isPublic(address) ? privateOrInternational() : Stream.empty())
                .map(text -> Arguments.of(address, text)));
    }

    static Stream<Arguments> taken() {
        return addresses().stream().flatMap(address -> Stream.concat(
                        GOOD.stream()
                                .filter(text -> !text.isEmpty()
                                        || rules(address.field()).getMinLen() == 0),
                        isPublic(address) ? Stream.empty() : privateOrInternational())
                .map(text -> Arguments.of(address, text)));
    }

    private static Stream<String> privateOrInternational() {
        return Stream.concat(PRIVATE.stream(), INTERNATIONAL.stream());
    }

    private static boolean isPublic(Address address) {
        return rules(address.field()).getExtension(UrlRulesProto.publicHttpsUrl) || isPicture(address);
    }

    private static boolean isPicture(Address address) {
        return rules(address.field()).getExtension(UrlRulesProto.pictureUrl);
    }

    private static StringRules rules(FieldDescriptor field) {
        return field.getOptions().getExtension(ValidateProto.field).getString();
    }

    private static List<String> violations(Address address, String text) throws ValidationException {
        return VALIDATOR.validate(address.request(text)).getViolations().stream()
                .map(violation -> String.join(
                        ".",
                        violation.toProto().getField().getElementsList().stream()
                                .map(element -> element.getFieldName())
                                .toList()))
                .toList();
    }

    /** All of the contract, as the edge reads it. */
    private static List<FileDescriptor> files() {
        var registry = ExtensionRegistry.newInstance();
        ValidateProto.registerAllExtensions(registry);
        LineProto.registerAllExtensions(registry);
        UrlRulesProto.registerAllExtensions(registry);
        var files = new LinkedHashMap<String, FileDescriptor>();
        try (var in = UrlRulesTest.class.getResourceAsStream("/contracts.desc")) {
            for (var file : FileDescriptorSet.parseFrom(in, registry).getFileList()) {
                var imports = file.getDependencyList().stream().map(files::get).toArray(FileDescriptor[]::new);
                files.put(file.getName(), FileDescriptor.buildFrom(file, imports));
            }
        } catch (IOException | DescriptorValidationException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(files.values());
    }

    private static List<Address> addresses() {
        var addresses = new ArrayList<Address>();
        for (var file : FILES) {
            for (var service : file.getServices()) {
                service.getMethods().forEach(method -> collect(method.getInputType(), List.of(), addresses));
            }
        }
        return addresses;
    }

    private static void collect(Descriptor message, List<FieldDescriptor> path, List<Address> found) {
        for (var field : message.getFields()) {
            var longer = new ArrayList<>(path);
            longer.add(field);
            if (field.getJavaType() == FieldDescriptor.JavaType.STRING
                    && (field.getName().equals("url") || field.getName().endsWith("_url"))) {
                found.add(new Address(longer));
            } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && field.getMessageType().getFullName().startsWith("news.")) {
                collect(field.getMessageType(), longer, found);
            }
        }
    }

    /** Where in a request an address stands: the fields that lead to it. */
    record Address(List<FieldDescriptor> fields) {
        FieldDescriptor field() {
            return fields.getLast();
        }

        String path() {
            return String.join(
                    ".", fields.stream().map(FieldDescriptor::getName).toList());
        }

        Message request(String text) {
            Object value = text;
            for (var field : fields.reversed()) {
                value = DynamicMessage.newBuilder(field.getContainingType())
                        .setField(field, field.isRepeated() ? List.of(value) : value)
                        .build();
            }
            return (Message) value;
        }

        @Override
        public String toString() {
            return field().getFullName();
        }
    }
}
