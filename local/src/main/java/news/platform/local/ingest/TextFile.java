package news.platform.local.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import news.platform.local.console.Complaint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file whose lines are taken one by one; those that cannot be read are refused, the others are taken nevertheless. */
final class TextFile {
    /** The bytes of the longest line; what is longer would not fit into a request either. */
    static final int LONGEST = 1_000_000;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final Refusals refusals;
    private final JsonMapper json = new JsonMapper();

    /** @throws Complaint where there is no such file */
    TextFile(Path file, Refusals refusals) {
        if (Files.isDirectory(file)) {
            throw new Complaint(file + " is a folder (expected: a file).");
        }
        if (!Files.exists(file)) {
            throw new Complaint("There is no file " + file + ".");
        }
        if (!Files.isReadable(file)) {
            throw new Complaint("You may not read " + file + ".");
        }
        this.file = file;
        this.refusals = refusals;
    }

    /** Hands over each line that holds a JSON object, with its number. */
    void eachObject(ObjIntConsumer<JsonNode> taker) {
        each((text, number) ->
                refusals.unlessRefused(number, () -> object(text)).ifPresent(object -> taker.accept(object, number)));
    }

    /** Hands over each line that is not blank, with its number. */
    void each(ObjIntConsumer<String> taker) {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            skipMark(bytes);
            for (int number = 1; ; number++) {
                var line = new ByteArrayOutputStream();
                int end = readLine(bytes, line);
                int at = number;
                refusals.unlessRefused(at, () -> text(line))
                        .filter(text -> !text.isBlank())
                        .ifPresent(text -> taker.accept(text, at));
                if (end < 0) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new Complaint(file + " cannot be read to its end.", e);
        }
    }

    private static void skipMark(InputStream bytes) throws IOException {
        bytes.mark(MARK.length);
        if (!Arrays.equals(bytes.readNBytes(MARK.length), MARK)) {
            bytes.reset();
        }
    }

    /** What ended it: -1 at the end of the file. Of a line that is too long only so much is kept that this can be told. */
    private static int readLine(InputStream bytes, ByteArrayOutputStream line) throws IOException {
        int next = bytes.read();
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            if (line.size() <= LONGEST) {
                line.write(next);
            }
        }
        return next;
    }

    private static String text(ByteArrayOutputStream line) {
        if (line.size() > LONGEST) {
            throw new Complaint("longer than 1 MB");
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return decoder.decode(ByteBuffer.wrap(line.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw new Complaint("is not UTF-8", e);
        }
    }

    private JsonNode object(String text) {
        try {
            var node = json.readTree(text);
            if (!node.isObject()) {
                throw new Complaint("not an object (expected: a JSON object)");
            }
            return node;
        } catch (JacksonException e) {
            throw new Complaint("no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
