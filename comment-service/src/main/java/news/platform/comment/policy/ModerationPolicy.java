package news.platform.comment.policy;

/**
 * How comments on a target are moderated.
 *
 * @param target as {@code type/id}
 * @param version rises with each change; 0 where it is as usual
 */
record ModerationPolicy(String target, Mode mode, long version) {
    static ModerationPolicy usual(String target) {
        return new ModerationPolicy(target, Mode.POST, 0);
    }

    ModerationPolicy in(Mode newMode) {
        return new ModerationPolicy(target, newMode, version + 1);
    }
}
