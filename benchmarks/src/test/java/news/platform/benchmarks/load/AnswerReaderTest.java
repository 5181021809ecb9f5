package news.platform.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import news.platform.local.console.Complaint;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private static final String ARTICLE = "HTTP/1.1 200 \r\ncontent-type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

    private final AnswerReader reader = new AnswerReader();

    @Test
    void findsTheEndOfAnAnswerThatComesByteByByte() throws IOException {
        ReadableByteChannel channel = pieces(ARTICLE, 1);

        int reads = 1;
        while (!reader.read(channel)) {
            reads++;
        }

        assertThat(reads).isEqualTo(ARTICLE.length());
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.last()).isFalse();
    }

    @Test
    void readsABodyThatIsLongerThanItsBuffer() throws IOException {
        ReadableByteChannel channel =
                pieces("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000), 100_000);

        int reads = 1;
        while (!reader.read(channel)) {
            reads++;
        }

        assertThat(reads).isEqualTo(4);
    }

    @Test
    void expectsNoBodyAfter304WhateverItsLengthSays() throws IOException {
        assertThat(reader.read(whole("HTTP/1.1 304 \r\nContent-Length: 700\r\n\r\n")))
                .isTrue();
        assertThat(reader.status()).isEqualTo(304);
    }

    @Test
    void readsOneAnswerAfterAnother() throws IOException {
        assertThat(reader.read(whole("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")))
                .isTrue();
        assertThat(reader.last()).isTrue();
        assertThat(reader.read(whole(ARTICLE))).isTrue();
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.last()).isFalse();
    }

    @Test
    void refusesChunksLoudly() {
        assertThatThrownBy(() -> reader.read(whole("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("chunks");
    }

    @Test
    void refusesWhatIsLongerThanItSays() {
        assertThatThrownBy(() -> reader.read(whole(ARTICLE + "HTTP")))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("4 bytes");
    }

    @Test
    void noticesTheEndOfTheConnection() {
        assertThatThrownBy(() -> reader.read(pieces("", 1))).isInstanceOf(EOFException.class);
    }

    private static ReadableByteChannel whole(String text) {
        return pieces(text, text.length());
    }

    private static ReadableByteChannel pieces(String text, int size) {
        ByteBuffer source = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) {
                if (!source.hasRemaining()) {
                    return -1;
                }
                int count = Math.min(size, Math.min(target.remaining(), source.remaining()));
                target.put(target.position(), source, source.position(), count);
                target.position(target.position() + count);
                source.position(source.position() + count);
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }
}
