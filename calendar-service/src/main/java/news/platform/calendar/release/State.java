package news.platform.calendar.release;

/** What became of a release. */
enum State {
    /** It is to come. */
    SCHEDULED,
    /** The figure is out. */
    RELEASED,
    /** The figure was corrected after it was out. */
    REVISED
}
