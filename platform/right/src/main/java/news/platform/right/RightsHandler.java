package news.platform.right;

import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;

/** Tells the overlay of this replica what changed. */
final class RightsHandler implements ReplicaHandler {
    private final RightsOverlay overlay;

    RightsHandler(RightsOverlay overlay) {
        this.overlay = overlay;
    }

    @Override
    public Takes takes() {
        return RightsEvents.takes(overlay::learn);
    }

    @Override
    public Begin begin() {
        return new Begin.Recent(RightsOverlay.KEEP);
    }

    @Override
    public void gap() {
        overlay.forget();
    }

    @Override
    public void current(boolean current) {
        overlay.current(current);
    }
}
