package news.platform.calendar;

import java.util.stream.Stream;
import news.platform.test.AccessMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class AccessMatrixIT extends CalendarServiceTest {
    @TestFactory
    Stream<DynamicTest> everyRpcAdmitsWhomTheContractSays(@Autowired ApplicationContext service) {
        return AccessMatrix.of(service).tests();
    }
}
