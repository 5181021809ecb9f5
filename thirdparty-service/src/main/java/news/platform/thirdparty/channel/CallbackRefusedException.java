package news.platform.thirdparty.channel;

/** Nothing is believed of what came: it is forged, altered, stale, or for somebody else. It says no more of it than why. */
public final class CallbackRefusedException extends Exception {
    private final Refusal refusal;

    public CallbackRefusedException(Refusal refusal) {
        super(refusal.word(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
