package news.platform.grpc.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    @Test
    void spendsWhatItHasAndNoMore() {
        RetryBudget budget = new RetryBudget(2);

        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void earnsOneRetryInTenSuccesses() {
        RetryBudget budget = new RetryBudget(1);
        budget.spend();

        for (int i = 0; i < 9; i++) {
            budget.earn();
        }
        assertThat(budget.spend()).isFalse();
        budget.earn();
        assertThat(budget.spend()).isTrue();
    }

    @Test
    void savesNoMoreThanItStartedWith() {
        RetryBudget budget = new RetryBudget(1);

        for (int i = 0; i < 100; i++) {
            budget.earn();
        }

        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void neverRetriesWithAnEmptyBudget() {
        assertThat(new RetryBudget(0).spend()).isFalse();
    }
}
