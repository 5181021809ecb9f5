package news.platform.contracts;

import static com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel.NO_SIDE_EFFECTS;
import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.FieldPathElement;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client may call a person, an article, a feed: every such field of every request, whoever adds it. */
class NamesAndTitlesTest {
    private static final Validator VALIDATOR = ValidatorFactory.newBuilder().build();
    private static final Pattern SHOWN = Pattern.compile("(.+_)?(name|title|headline|tag|tags)");
    private static final List<String> NOTHING_VISIBLE = List.of("\u3000", "\u00a0", "\u200b", "\u2800", "\u202e");
    private static final List<String> HIDDEN = List.of(
            "A\nB",
            "A\rB",
            "A\u2028B",
            "A\u0000B",
            "A\u0085B",
            "A\u202eB",
            "A\u2067B",
            "A\u200bB",
            "A\ufeffB",
            "A\u200dB");

    @ParameterizedTest
    @MethodSource("fields")
    void areOneLineThatShowsWhatItIs(Place place) throws ValidationException {
        for (String text :
                Stream.concat(NOTHING_VISIBLE.stream(), HIDDEN.stream()).toList()) {
            assertThat(refused(place, text)).as("%s with %s", place, text).contains(place.toString());
        }
        for (String text : List.of("Ann", "央行", "\u0645\u06cc\u200c\u062e\u0648")) {
            assertThat(refused(place, text)).as("%s with %s", place, text).doesNotContain(place.toString());
        }
    }

    static List<Place> fields() {
        var places = new ArrayList<Place>();
        requests().forEach(request -> find(request, List.of(), places));
        assertThat(places).extracting(Place::toString).contains("display_name", "article.title", "tags[0]", "name");
        return places;
    }

    private static List<String> refused(Place place, String text) throws ValidationException {
        return VALIDATOR.validate(place.message(text)).getViolations().stream()
                .map(violation -> violation.toProto().getField().getElementsList().stream()
                        .map(NamesAndTitlesTest::element)
                        .collect(Collectors.joining(".")))
                .toList();
    }

    private static String element(FieldPathElement element) {
        return element.getFieldName() + (element.hasIndex() ? "[" + element.getIndex() + "]" : "");
    }

    private static void find(Descriptor message, List<FieldDescriptor> path, List<Place> places) {
        for (FieldDescriptor field : message.getFields()) {
            var here = Stream.concat(path.stream(), Stream.of(field)).toList();
            if (field.getJavaType() == JavaType.STRING
                    && SHOWN.matcher(field.getName()).matches()) {
                places.add(new Place(here));
            } else if (field.getJavaType() == JavaType.MESSAGE
                    && !field.isRepeated()
                    && field.getMessageType().getFullName().startsWith("news.platform.")) {
                find(field.getMessageType(), here, places);
            }
        }
    }

    private static Stream<Descriptor> requests() {
        return files().getFileList().stream()
                .filter(file -> file.getPackage().startsWith("news.platform."))
                .flatMap(file -> file.getServiceList().stream()
                        .map(service -> file.getOptions().getJavaPackage() + "." + service.getName() + "Grpc"))
                .flatMap(name -> generated(name).getMethods().stream())
                .map(method -> (ProtoMethodDescriptorSupplier) Objects.requireNonNull(method.getSchemaDescriptor()))
                // a query's "tag" or "name" finds what there is and is shown to nobody
                .filter(method -> method.getMethodDescriptor().getOptions().getIdempotencyLevel() != NO_SIDE_EFFECTS)
                .map(method -> method.getMethodDescriptor().getInputType());
    }

    private static FileDescriptorSet files() {
        try (var set = Objects.requireNonNull(NamesAndTitlesTest.class.getResourceAsStream("/contracts.desc"))) {
            return FileDescriptorSet.parseFrom(set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceDescriptor generated(String name) {
        try {
            return (ServiceDescriptor)
                    Class.forName(name).getMethod("getServiceDescriptor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    record Place(List<FieldDescriptor> path) {
        Message message(String text) {
            FieldDescriptor last = path.getLast();
            Message message = set(last, last.isRepeated() ? List.of(text) : text);
            for (FieldDescriptor field : path.reversed().subList(1, path.size())) {
                message = set(field, message);
            }
            return message;
        }

        @Override
        public String toString() {
            return path.stream()
                    .map(field -> field.getName() + (field.isRepeated() ? "[0]" : ""))
                    .collect(Collectors.joining("."));
        }

        private static Message set(FieldDescriptor field, Object value) {
            return DynamicMessage.newBuilder(field.getContainingType())
                    .setField(field, value)
                    .build();
        }
    }
}
