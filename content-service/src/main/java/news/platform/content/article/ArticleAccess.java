package news.platform.content.article;

import java.util.List;
import java.util.Optional;
import news.platform.content.listing.ListedArticle;
import news.platform.grpc.server.CallMetadata;
import news.platform.security.Caller;
import news.platform.security.Callers;
import news.platform.security.EntitlementClass;
import news.platform.security.EntitlementClasses;
import org.springframework.stereotype.Component;

/** What the current caller may see. */
@Component
final class ArticleAccess {
    private static final List<String> DESK = List.of("editor", "admin");

    private final EntitlementClasses classes;

    ArticleAccess(EntitlementClasses classes) {
        this.classes = classes;
    }

    /** The caller's class, which the answer is marked with. */
    EntitlementClass entitlement() {
        var entitlement = classes.of(Callers.current());
        CallMetadata.entitlementClass(entitlement);
        return entitlement;
    }

    /**
     * Refuses what the caller may not see at all. What is hidden from readers is never cached, neither when an editor gets
     * it nor when a reader is told that there is no such article.
     */
    void requireVisible(ListedArticle article) {
        switch (article.state()) {
            case PUBLISHED -> {}
            case RECALLED -> throw ChangeArticle.recalled();
            case DRAFT, SCHEDULED -> {
                CallMetadata.noStore();
                if (!atTheDesk(Callers.current())) {
                    throw ChangeArticle.notFound();
                }
            }
        }
    }

    /** Why the caller sees as much of it as it does. */
    news.platform.content.v1.ArticleAccess explain(ListedArticle article, EntitlementClass entitlement) {
        var access = news.platform.content.v1.ArticleAccess.newBuilder();
        if (!article.teaser().premium()) {
            return access.setGranted(true).setReason("FREE").build();
        }
        return switch (entitlement) {
            case FULL -> access.setGranted(true).setReason("ENTITLED").build();
            case PREVIEW -> access.setGranted(false).setReason("PREVIEW").build();
        };
    }

    private static boolean atTheDesk(Optional<Caller> caller) {
        return caller.filter(someone -> someone.hasAnyRole(DESK)).isPresent();
    }
}
