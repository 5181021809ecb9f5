package news.platform.benchmarks.money;

import java.util.random.RandomGenerator;

/** What becomes of a purchase, as far as the buyer and the desk have a say in it. */
enum Course {
    PAID(46),
    PARTLY_REFUNDED(10),
    REFUNDED(8),
    /** Before anything is paid. */
    CANCELLED(6),
    /** The order is cancelled, and its payment paid all the same. */
    CANCELLED_THEN_PAID(8),
    /** It is never paid. */
    LEFT(6),
    /** The first payment fails, the second one is paid. */
    REFUSED_THEN_PAID(8),
    /** Two payments of one order are paid. */
    PAID_TWICE(8);

    private static final int ALL = 100;

    private final int percent;

    Course(int percent) {
        this.percent = percent;
    }

    /** One of them by chance. */
    static Course draw(RandomGenerator random) {
        int left = random.nextInt(ALL);
        for (Course course : values()) {
            left -= course.percent;
            if (left < 0) {
                return course;
            }
        }
        return PAID;
    }
}
