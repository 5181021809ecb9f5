package news.platform.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleTest {
    @Test
    void isOneOfTheContractsRolesEach() {
        assertThat(Stream.of(Role.values()).map(role -> "ROLE_" + role))
                .containsExactlyElementsOf(Stream.of(news.platform.user.v1.Role.values())
                        .filter(role -> role != news.platform.user.v1.Role.ROLE_UNSPECIFIED
                                && role != news.platform.user.v1.Role.UNRECOGNIZED)
                        .map(Enum::name)
                        .toList());
    }
}
