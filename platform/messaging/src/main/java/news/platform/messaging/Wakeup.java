package news.platform.messaging;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the relay that there is something, after the commit and once for all that has committed meanwhile: a {@code NOTIFY}
 * takes a lock on the whole PostgreSQL, which publishers must not queue for. One that is lost costs a poll interval. A relay of this
 * process that is at work is not told.
 */
final class Wakeup implements TransactionSynchronization {
    private static final Logger log = LoggerFactory.getLogger(Wakeup.class);

    private final JdbcClient jdbc;
    private final Attention attention;
    private final AtomicInteger commits = new AtomicInteger();

    Wakeup(JdbcClient jdbc, Attention attention) {
        this.jdbc = jdbc;
        this.attention = attention;
    }

    /** The current transaction's commit is told. */
    void onCommit() {
        if (!TransactionSynchronizationManager.getSynchronizations().contains(this)) {
            TransactionSynchronizationManager.registerSynchronization(this);
        }
    }

    @Override
    public void afterCommit() {
        if (!attention.finds() && commits.getAndIncrement() == 0) {
            Thread.ofVirtual().name("outbox-wakeup").start(this::tell);
        }
    }

    private void tell() {
        int told;
        do {
            told = commits.get();
            try {
                jdbc.sql("SELECT pg_notify('platform_outbox', '')").query().listOfRows();
            } catch (DataAccessException e) {
                log.debug("the relay was not woken", e);
            }
        } while (commits.addAndGet(-told) > 0);
    }
}
