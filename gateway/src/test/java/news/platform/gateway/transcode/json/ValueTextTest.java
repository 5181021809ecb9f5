package news.platform.gateway.transcode.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Objects;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.transcode.query.EverythingFixtures;
import news.platform.testing.v1.Everything;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "2026-01-31T09:30:00+08:00",
                "2026-01-31T09:30:00-18:00",
                "2026-01-31T09:30:00+18:00",
                "2026-01-31T09:30:00-00:00",
                "2024-02-29T00:00:00.5Z"
            })
    void readsTimes(String text) throws ParseException {
        assertThat(ValueText.time(text)).isEqualTo(Timestamps.parse(text));
    }

    @ParameterizedTest
    @MethodSource("news.platform.gateway.transcode.json.ImpossibleValues#times")
    void readsNoImpossibleTime(String text) {
        assertThat(ValueText.time(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "1s", "-1.5s", "1.000000001s", "315576000000s", "-315576000000s", "007s", "-0.5s"})
    void readsDurations(String text) throws ParseException {
        assertThat(ValueText.duration(text)).isEqualTo(Durations.parse(text));
    }

    @ParameterizedTest
    @MethodSource("news.platform.gateway.transcode.json.ImpossibleValues#durations")
    void readsNoImpossibleDuration(String text) {
        assertThat(ValueText.duration(text)).isNull();
    }

    @Test
    void readsMasksOfAnyLength() {
        var names = "a.b,".repeat(1_000_000) + "a";

        assertThat(Objects.requireNonNull(ValueText.fieldMask(names)).getPathsCount())
                .isEqualTo(1_000_001);
        assertThat(ValueText.fieldMask(names + ",")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a_b", "a,,b", ",", "a, b", "a.", ".a", "A", "1a", "a b", "*"})
    void readsNoOtherFieldMask(String text) {
        assertThat(ValueText.fieldMask(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QQ==", "QQ", "+/+/", "-_-_", "YWJj"})
    void readsBase64(String text) {
        assertThat(ValueText.bytes(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q", "QR==", "QR", "QQ=", "QQ===", "+_+_", "Q Q=", "QQ==\n", "%%%%"})
    void readsNoOtherBase64(String text) {
        assertThat(ValueText.bytes(text)).isNull();
    }

    /** Each of them was let pass by the library that reads bodies. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"int32Value":"+1"}                    | int32Value
                    {"int32Value":"01"}                    | int32Value
                    {"int32Value":"1."}                    | int32Value
                    {"int32Value":".1e1"}                  | int32Value
                    {"int32Value":""}                      | int32Value
                    {"int32Value":"١"}                     | int32Value
                    {"uint64Value":1e999999999}            | uint64Value
                    {"uint64Value":"1e999999999"}          | uint64Value
                    {"uint64Value":1e-999999999}           | uint64Value
                    {"uint32Value":"1e999999999"}          | uint32Value
                    {"wrapperInt64Value":"+1"}             | wrapperInt64Value
                    {"repeatedMessage":["1","+1"]}         | repeatedMessage[1]
                    {"floatValue":" 1"}                    | floatValue
                    {"floatValue":"1f"}                    | floatValue
                    {"floatValue":"0x1p3"}                 | floatValue
                    {"floatValue":3.4028236e38}            | floatValue
                    {"doubleValue":"+1"}                   | doubleValue
                    {"doubleValue":"1e400"}                | doubleValue
                    {"doubleValue":"nan"}                  | doubleValue
                    {"enumValue":99}                       | enumValue
                    {"enumValue":"1"}                      | enumValue
                    {"repeatedEnum":[1,99]}                | repeatedEnum[1]
                    {"bytesValue":"QR=="}                  | bytesValue
                    {"wrapperBytesValue":"QR=="}           | wrapperBytesValue
                    {"fieldmaskValue":"a_b"}               | fieldmaskValue
                    {"fieldmaskValue":"a,,b"}              | fieldmaskValue
                    {"wrapperBoolValue":"true"}            | wrapperBoolValue
                    {"mapValue":{"a":null}}                | mapValue.a
                    {"int32Value":1,"doubleValue":NaN}     | doubleValue
                    {"int32Value":1,"floatValue":01}       | floatValue
                    {"repeatedEnum":[1,NaN]}               | repeatedEnum[1]
                    {"repeatedEnum":[1],"mapValue":{"a":+1}} | mapValue.a
                    """)
    void refusesInBodiesWhatTheMappingDoesNotAllow(String json, String field) {
        assertThatThrownBy(() ->
                        EverythingFixtures.JSON.read(json.getBytes(StandardCharsets.UTF_8), Everything.newBuilder()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().errors().getFirst().field()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"int32Value\":\"1e2\",\"uint32Value\":1.0,\"int64Value\":\"-9223372036854775808\"}",
                "{\"uint64Value\":\"18446744073709551615\",\"floatValue\":\"NaN\",\"doubleValue\":\"-Infinity\"}",
                "{\"doubleValue\":0.1000000000000000055511151231257827021181583404541015625}",
                "{\"enumValue\":2,\"repeatedEnum\":[\"LETTER_Y\",1],\"bytesValue\":\"QQ\"}",
                "{\"fieldmaskValue\":\"a,bC.d\",\"timestampValue\":null,\"durationValue\":\"-1.5s\"}"
            })
    void readsInBodiesWhatTheMappingAllows(String json) {
        var builder = Everything.newBuilder();

        EverythingFixtures.JSON.read(json.getBytes(StandardCharsets.UTF_8), builder);

        assertThat(builder.build()).isNotEqualTo(Everything.getDefaultInstance());
    }
}
