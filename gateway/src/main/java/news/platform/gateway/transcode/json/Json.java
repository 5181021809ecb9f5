package news.platform.gateway.transcode.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.filter.FilteringGeneratorDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import news.platform.gateway.problem.Problem;
import org.curioswitch.common.protobuf.json.MessageMarshaller;
import org.jspecify.annotations.Nullable;

/**
 * Messages as JSON and back, by code that is generated once for each message at start-up. Fields without presence are
 * written even at their default, so that clients find them. Thread-safe.
 */
public final class Json {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';
    private static final int USUAL_SIZE = 4096;

    private final MessageMarshaller reader;
    private final MessageMarshaller writer;
    private final FieldNames names;
    private final JsonFactory factory;
    private final int maxNesting;

    /**
     * @param prototypes all messages that will be read and written, those inside them need not be named
     * @param maxNesting how deep objects and lists may go
     */
    public Json(Collection<Message> prototypes, FieldNames names, int maxNesting) {
        this.names = names;
        this.maxNesting = maxNesting;
        var reading = MessageMarshaller.builder();
        var writing = MessageMarshaller.builder().includingDefaultValueFields(true);
        prototypes.forEach(reading::register);
        // what stands where a method reads no body
        reading.register(Empty.getDefaultInstance());
        prototypes.forEach(writing::register);
        this.reader = reading.build();
        this.writer = writing.omittingInsignificantWhitespace(true).build();
        // a factory of our own: the marshaller's keeps its buffers by thread, and here each request is a thread
        this.factory = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxNesting * 2)
                        .build())
                .build();
    }

    /** Reads an object into the builder. Whatever is wrong with it is a 400 that names the field. */
    public void read(byte[] body, Message.Builder builder) {
        read(body, builder, null);
    }

    private void read(byte[] body, Message.Builder builder, @Nullable List<FieldDescriptor> named) {
        var text = text(body);
        try (var json = factory.createParser(body);
                var strict = new StrictJson(
                        json, JsonPlace.root(builder.getDescriptorForType(), names), rules(text), named)) {
            read(strict, builder);
        } catch (IOException e) {
            throw new UncheckedIOException("the body is in memory", e);
        }
    }

    /** Half a surrogate pair can only come from an escape: without one, no text needs to be looked at. */
    private StrictJson.Rules rules(String text) {
        return new StrictJson.Rules(maxNesting, text.contains("\\u"));
    }

    /** The same; returns the outermost fields that the object names. */
    public List<FieldDescriptor> readNaming(byte[] body, Message.Builder builder) {
        var named = new ArrayList<FieldDescriptor>();
        read(body, builder, named);
        return named;
    }

    private void read(StrictJson json, Message.Builder builder) throws IOException {
        try {
            reader.mergeValue(json, builder);
            if (json.nextToken() != null) {
                throw Problem.field("body", "goes on behind its end").asException();
            }
        } catch (JsonProcessingException e) {
            throw malformed(json, e).asException();
        } catch (IOException | NumberFormatException e) {
            if (e.getCause() instanceof JsonProcessingException cause) {
                throw malformed(json, cause).asException();
            }
            throw Problem.field(json.path(), "must be " + json.expected()).asException();
        }
    }

    private static Problem malformed(StrictJson json, JsonProcessingException e) {
        var at = e.getLocation();
        return Problem.field(
                json.brokenPath(),
                at == null
                        ? "no valid JSON"
                        : "no valid JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
    }

    /** All of the message. */
    public byte[] write(Message message) {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (var json = factory.createGenerator(bytes)) {
            writer.writeValue(message, json);
        } catch (IOException e) {
            throw new UncheckedIOException("the answer is in memory", e);
        }
        return bytes.toByteArray();
    }

    /** What the tree keeps of the message. */
    public byte[] write(Message message, FieldTree fields) {
        if (fields.keepsAll()) {
            return write(message);
        }
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (var json = new FilteringGeneratorDelegate(
                factory.createGenerator(bytes), fields.filter(), Inclusion.INCLUDE_ALL_AND_PATH, true)) {
            writer.writeValue(message, json);
        } catch (IOException e) {
            throw new UncheckedIOException("the answer is in memory", e);
        }
        return bytes.toByteArray();
    }

    /** Refuses all that is not plain UTF-8, so that the parser, which would guess, has nothing to guess. */
    private static String text(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            decode(body);
        }
        if (text.indexOf('\0') >= 0) {
            throw Problem.field("body", "holds a NUL").asException();
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw Problem.field("body", "begins with a byte order mark").asException();
        }
        return text;
    }

    private static void decode(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw Problem.field("body", "is not UTF-8").asException();
        }
    }
}
