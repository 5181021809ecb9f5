package news.platform.__name__.__name__;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import news.platform.error.ErrorStatuses;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.__name__.v1.Get__Name__Request;
import news.platform.__name__.v1.__Name__;
import news.platform.__name__.v1.__Name__ServiceGrpc;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class __Name__GrpcServiceIT {
    @Autowired
    TestCallee callee;

    @Test
    void showsOneToAnybody() {
        var shown = get("example");

        assertThat(shown.getId()).isEqualTo("example");
        assertThat(shown.getName()).isEqualTo("Example");
        assertThat(shown.hasCreateTime()).isTrue();
    }

    @Test
    void knowsNoOther() {
        var refused = ErrorStatuses.read(catchThrowable(() -> get("none")));

        assertThat(refused.reason()).isEqualTo("__NAME___NOT_FOUND");
    }

    private __Name__ get(String id) {
        var request = Get__Name__Request.newBuilder().set__Name__Id(id).build();
        return __Name__ServiceGrpc.newBlockingStub(callee.anonymous())
                .get__Name__(request)
                .get__Name__();
    }
}
