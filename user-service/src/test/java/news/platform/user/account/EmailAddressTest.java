package news.platform.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmailAddressTest {
    @Test
    void comparesWithoutRegardToCase() {
        assertThat(EmailAddress.key("Ann.ÄRZTE@Example.com")).isEqualTo(EmailAddress.key("ann.ärzte@example.COM"));
        assertThat(EmailAddress.key("ΌΣΟΣ@example.com")).isEqualTo(EmailAddress.key("όσος@example.com"));
    }

    @Test
    void comparesWithoutRegardToComposition() {
        assertThat(EmailAddress.key("caf\u00e9@example.com")).isEqualTo(EmailAddress.key("cafe\u0301@example.com"));
    }

    @Test
    void keepsDifferentAddressesApart() {
        assertThat(EmailAddress.key("ann+news@example.com")).isNotEqualTo(EmailAddress.key("ann@example.com"));
    }
}
