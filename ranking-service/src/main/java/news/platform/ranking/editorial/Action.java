package news.platform.ranking.editorial;

/** What editors do by hand, as the audit trail has it. */
enum Action {
    PINNED,
    UNPINNED,
    DEMOTED,
    RESTORED
}
