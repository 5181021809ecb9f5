package news.platform.comment.targets;

import news.platform.comment.targets.Targets.State;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.content.v1.ArticleUpdated;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.livenews.v1.LiveUpdated;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Learns which articles and lives there are, so that nobody has to be asked when somebody writes. */
@Component
final class TargetsHandler implements EventHandler {
    private final Targets targets;

    TargetsHandler(Targets targets) {
        this.targets = targets;
    }

    @Override
    public Takes takes() {
        return Takes.of(ArticlePublished.class, (_, context) -> article(State.OPEN, context))
                .and(ArticleUpdated.class, (_, context) -> article(State.OPEN, context))
                .and(ArticleRecalled.class, (_, context) -> article(State.RECALLED, context))
                .and(LiveCreated.class, (_, context) -> live(State.OPEN, context))
                .and(LiveUpdated.class, (_, context) -> live(State.OPEN, context))
                .and(LiveDeleted.class, (_, context) -> live(State.RECALLED, context));
    }

    @Override
    public boolean together() {
        return true;
    }

    private void article(State state, EventContext context) {
        targets.told(Target.article(context.subject()), state, context.version());
    }

    private void live(State state, EventContext context) {
        targets.told(Target.live(context.subject()), state, context.version());
    }
}
