package news.platform.persistence.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import news.platform.security.CallOrigin;
import news.platform.security.Caller;
import news.platform.security.Callers;
import org.junit.jupiter.api.Test;

class GrpcCallTest {
    private final GrpcCall call = new GrpcCall();

    @Test
    void tellsCallersWhoAreNotLoggedInApartByTheirAddress() throws Exception {
        String here = from("203.0.113.9").call(call::caller);
        String there = from("203.0.113.10").call(call::caller);

        assertThat(here).isNotEqualTo(there).contains("203.0.113.9");
    }

    @Test
    void knowsAUserWhateverTheAddress() throws Exception {
        var user = new Caller("u1", "s1", Set.of(), Instant.MAX, "token");

        assertThat(from("203.0.113.9").withValue(Callers.KEY, user).call(call::caller))
                .isEqualTo("u1");
    }

    @Test
    void putsThoseOfNoAddressTogether() {
        assertThat(call.caller()).isEqualTo("anonymous");
    }

    private static Context from(String address) {
        return Context.current().withValue(CallOrigin.KEY, new CallOrigin(Optional.of(address), Optional.empty()));
    }
}
