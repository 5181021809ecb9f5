package news.platform.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.LongStream;
import news.platform.gateway.problem.ProblemException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BoundedBodyTest {

    private static final int BASE = 32 * 1024;
    private static final int PIECE = 8 * 1024;

    private final ConnectionLimits limits = new ConnectionLimits(
            new ConnectionProperties(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    DataSize.ofKilobytes(32),
                    DataSize.ofBytes(2 * BASE + PIECE)),
            new SimpleMeterRegistry());

    @Test
    void paysForWhatItHoldsUntilTheRequestEnds() throws IOException {
        var body = body();

        body.doRead(ApplicationBufferHandler.EMPTY);
        assertThat(limits.budget().held()).isEqualTo(BASE + PIECE);

        body.end();
        assertThat(limits.budget().held()).isZero();
    }

    @Test
    void refusesWhatDoesNotFitBesideTheOthers() throws IOException {
        body().doRead(ApplicationBufferHandler.EMPTY);
        var second = body();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> second.doRead(ApplicationBufferHandler.EMPTY))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(503))
                .satisfies(e -> assertThat(e.problem().reason()).isEqualTo("OVERLOADED"))
                .satisfies(e -> assertThat(e.problem().headers()).containsKey("Retry-After"));
        assertThat(second.broken()).isTrue();

        second.end();
        assertThat(limits.budget().held()).isEqualTo(BASE + PIECE);
        assertThat(limits.refusedBodies().count()).isOne();
    }

    @Test
    void paysNothingForWhatIsThrownAway() throws IOException {
        var body = body();
        body.discard();

        body.doRead(ApplicationBufferHandler.EMPTY);
        body.doRead(ApplicationBufferHandler.EMPTY);

        assertThat(limits.budget().held()).isEqualTo(BASE);
    }

    @Test
    void givesALongBodyTheTimeOfTheLeastRate() {
        assertThat(limits.properties().nanosFor(0)).isZero();
        assertThat(limits.properties().nanosFor(32 * 1024 * 5))
                .isEqualTo(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void givesEachBodyALittleMoreThanTheGraceButNotTheSame() {
        var graces = LongStream.generate(limits.properties()::someGraceNanos)
                .limit(1000)
                .summaryStatistics();

        assertThat(graces.getMin())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(10).toNanos());
        assertThat(graces.getMax())
                .isLessThanOrEqualTo(Duration.ofSeconds(12).toNanos())
                .isGreaterThan(graces.getMin());
    }

    @Test
    void refusesLimitsThatLetNobodyIn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ConnectionProperties(Duration.ZERO, Duration.ofSeconds(1), DataSize.ofKilobytes(1), null))
                .withMessageContaining("news.gateway.connection.headers-within");
    }

    private BoundedBody body() {
        return new BoundedBody(
                new InputBuffer() {
                    @Override
                    public int doRead(ApplicationBufferHandler handler) {
                        return PIECE;
                    }

                    @Override
                    public int available() {
                        return 0;
                    }
                },
                limits);
    }
}
