package news.platform.fuzz.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final List<FieldDescriptor> FIELDS = Operations.read(List.of(Operations.CONTRACT)).stream()
            .flatMap(operation -> operation.body().stream())
            .flatMap(body -> body.getFields().stream())
            .distinct()
            .toList();

    @Test
    void knowsEveryAddressByTheContractsOwnRules() {
        var addresses = FIELDS.stream()
                .filter(field -> field.getName().matches("(.+_)?url|images"))
                .toList();

        assertThat(addresses).extracting(FieldDescriptor::getName).contains("url", "cover_url", "avatar_url", "images");
        assertThat(addresses).allMatch(field -> Limits.of(field).url());
        assertThat(FIELDS).filteredOn(field -> Limits.of(field).url()).isEqualTo(addresses);
    }
}
