package news.platform.comment.audit;

/** What can be decided. */
public enum Action {
    /** A comment was held back for a moderator. */
    HELD,
    /** One that was held back was shown, since the reason for it is gone. */
    RELEASED,
    /** One was rejected by what it says. */
    SCREENED_OUT,
    /** A moderator took one on. */
    CLAIMED,
    /** A moderator had one shown. */
    APPROVED,
    /** A moderator had one hidden. */
    REJECTED,
    /** Its author asked for another look. */
    APPEALED,
    /** A user may not write for a while. */
    BANNED,
    /** An operator's rules were taken over. */
    RULES_DECLARED,
    /** A word list was changed. */
    WORD_LIST_CHANGED,
    /** A target is moderated in another way. */
    POLICY_CHANGED
}
