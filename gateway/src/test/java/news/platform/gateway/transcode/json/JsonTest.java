package news.platform.gateway.transcode.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import news.platform.gateway.problem.ProblemException;
import news.platform.gateway.transcode.query.EverythingFixtures;
import news.platform.testing.v1.Everything;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"nosuch":1}                                    | nosuch
                    {"nested":{"nosuch":1}}                         | nested.nosuch
                    {"stringValue":1}                               | stringValue
                    {"stringValue":true}                            | stringValue
                    {"stringValue":{}}                              | stringValue
                    {"int32Value":"x"}                              | int32Value
                    {"int32Value":1.5}                              | int32Value
                    {"int32Value":2147483648}                       | int32Value
                    {"int32Value":[1]}                              | int32Value
                    {"uint32Value":-1}                              | uint32Value
                    {"int64Value":"9223372036854775808"}            | int64Value
                    {"uint64Value":"18446744073709551616"}          | uint64Value
                    {"uint64Value":"one"}                           | uint64Value
                    {"floatValue":1e39}                             | floatValue
                    {"boolValue":"true"}                            | boolValue
                    {"boolValue":1}                                 | boolValue
                    {"bytesValue":"%%"}                             | bytesValue
                    {"enumValue":"LETTER_Q"}                        | enumValue
                    {"enumValue":true}                              | enumValue
                    {"repeatedValue":"a"}                           | repeatedValue
                    {"repeatedValue":["a",1]}                       | repeatedValue[1]
                    {"repeatedValue":["a",null]}                    | repeatedValue[1]
                    {"mapValue":{"a":1}}                            | mapValue.a
                    {"mapValue":[]}                                 | mapValue
                    {"timestampValue":"yesterday"}                  | timestampValue
                    {"timestampValue":5}                            | timestampValue
                    {"durationValue":"5"}                           | durationValue
                    {"wrapperInt64Value":"x"}                       | wrapperInt64Value
                    {"structValue":[]}                              | structValue
                    {"nested":"x"}                                  | nested
                    {"stringValue":"a","stringValue":"b"}           | stringValue
                    {"stringValue":"a","string_value":"b"}          | stringValue
                    {"mapValue":{"a":"1","a":"2"}}                  | mapValue.a
                    {"structValue":{"a":1,"a":2}}                   | structValue.a
                    {"oneofStringValue":"a","oneofBoolValue":true}  | oneofBoolValue
                    {"stringValue":"\\ud800"}                       | stringValue
                    {"stringValue":"a"} x                           | body
                    {"stringValue":"a"}{}                           | body
                    {"stringValue":"a"                              | stringValue
                    {"stringValue":                                 | stringValue
                    {                                               | body
                    []                                              | body
                    "text"                                          | body
                    1                                               | body
                    null                                            | body
                    nonsense                                        | body
                    """)
    void refusesNamingTheField(String json, String field) {
        assertThatThrownBy(() -> read(json.replace("\\\\", "\\"))).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(400);
            assertThat(e.problem().errors().getFirst().field()).isEqualTo(field);
        });
    }

    @Test
    void namesBothOfWhichOnlyOneMayBeThere() {
        var both = "{\"oneofStringValue\":\"a\",\"stringValue\":\"b\",\"oneofBoolValue\":false}";

        assertThatThrownBy(() -> read(both)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().detail())
                .isEqualTo("oneofBoolValue: cannot be there beside oneofStringValue, only one of the two may"));
        assertThat(read(both.replace("false", "null")).getOneofStringValue()).isEqualTo("a");
        assertThat(read("{\"repeatedValue\":[],\"nested\":{\"oneofBoolValue\":true},\"oneofStringValue\":\"a\"}")
                        .getNested()
                        .getOneofBoolValue())
                .isTrue();
    }

    @Test
    void refusesDeepNestingBeforeItCostsAnything() {
        var deep = "{\"nested\":".repeat(40) + "{}" + "}".repeat(40);
        var deepList = "{\"anyValue\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> read(deep))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> read(deepList)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertRefused("\uFEFF{}".getBytes(StandardCharsets.UTF_8));
        assertRefused("{\"stringValue\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("{}".getBytes(StandardCharsets.UTF_16));
        assertRefused("{}".getBytes(StandardCharsets.UTF_32LE));
    }

    @Test
    void readsWhatTheMappingAllows() {
        var read = read("{\"string_value\":\"央行\",\"int64Value\":\"7\",\"int32Value\":\"8\",\"uint32Value\":9.0,"
                + "\"nested\":null,\"enumValue\":2,\"anyValue\":[1,{\"a\":null}],\"repeatedMessage\":[\"1\",2]}");

        assertThat(read.getStringValue()).isEqualTo("央行");
        assertThat(read.getInt64Value()).isEqualTo(7);
        assertThat(read.getInt32Value()).isEqualTo(8);
        assertThat(read.getUint32Value()).isEqualTo(9);
        assertThat(read.hasNested()).isFalse();
        assertThat(read.getRepeatedMessage(1).getValue()).isEqualTo(2);
    }

    @Test
    void writesFieldsWithoutPresenceEvenAtTheirDefault() {
        var text = text(EverythingFixtures.JSON.write(Everything.getDefaultInstance()));

        assertThat(text).contains("\"stringValue\":\"\"", "\"int64Value\":\"0\"", "\"repeatedValue\":[]");
        assertThat(text).contains("\"boolValue\":false", "\"enumValue\":\"LETTER_UNSPECIFIED\"", "\"mapValue\":{}");
        assertThat(text).doesNotContain("optionalValue", "timestampValue", "nested", "oneofStringValue");
    }

    @Test
    void trimsToTheWantedFields() {
        var message = Everything.newBuilder()
                .setStringValue("s")
                .setNested(Everything.newBuilder().setBoolValue(true).addRepeatedValue("a"))
                .build();
        var tree = FieldTree.parse("nested.boolValue,stringValue", Everything.getDescriptor());

        assertThat(text(EverythingFixtures.JSON.write(message, tree)))
                .isEqualTo("{\"stringValue\":\"s\",\"nested\":{\"boolValue\":true}}");
    }

    @Test
    void namesTheFieldsThatWereSent() {
        var named = EverythingFixtures.JSON.readNaming(
                "{\"stringValue\":\"\",\"nested\":{\"boolValue\":true}}".getBytes(StandardCharsets.UTF_8),
                Everything.newBuilder());

        assertThat(named).extracting(field -> field.getName()).containsExactly("string_value", "nested");
    }

    private static void assertRefused(byte[] body) {
        assertThatThrownBy(() -> EverythingFixtures.JSON.read(body, Everything.newBuilder()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().errors().getFirst().field()).isEqualTo("body"));
    }

    private static Everything read(String json) {
        var builder = Everything.newBuilder();
        EverythingFixtures.JSON.read(json.getBytes(StandardCharsets.UTF_8), builder);
        return builder.build();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
