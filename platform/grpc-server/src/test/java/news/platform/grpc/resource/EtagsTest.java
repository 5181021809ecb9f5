package news.platform.grpc.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import news.platform.error.DomainException;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtagsTest {
    @Test
    void takesTheEtagOfTheVersionThereIs() {
        assertThatCode(() -> Etags.require(Etags.of(7), 7)).doesNotThrowAnyException();
    }

    @Test
    void takesWhateverThereIsWithoutAnEtag() {
        assertThatCode(() -> Etags.require("", 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v6", "v77", "7", " ", "*"})
    void refusesAnyOther(String etag) {
        assertThatThrownBy(() -> Etags.require(etag, 7))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.of(PlatformReason.ETAG_MISMATCH)));
    }
}
