package news.platform.calendar.release;

/** Wants to know when releases come at other times than was said; called in the transaction that moves one. */
@FunctionalInterface
public interface MoveListener {
    /** The release as it is now. */
    void moved(Release release);
}
