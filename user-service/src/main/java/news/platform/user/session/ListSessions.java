package news.platform.user.session;

import java.time.Instant;
import java.util.List;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.PageSize;
import news.platform.persistence.page.PageTokens;
import news.platform.security.Caller;
import news.platform.user.session.Sessions.Place;
import news.platform.user.v1.ListSessionsRequest;
import news.platform.user.v1.ListSessionsResponse;
import org.springframework.stereotype.Component;

/** Lists a user's open sessions, last used first. */
@Component
final class ListSessions {
    private final Sessions sessions;
    private final PageTokens pageTokens;

    ListSessions(Sessions sessions, PageTokens pageTokens) {
        this.sessions = sessions;
        this.pageTokens = pageTokens;
    }

    ListSessionsResponse list(Caller caller, ListSessionsRequest request) {
        var scope = PageScope.of("sessions").with("user", caller.userId());
        int size = PageSize.of(request.getPageSize());
        Place after = pageTokens
                .decode(scope, request.getPageToken())
                .map(key -> new Place(Instant.parse(key.getFirst()), key.getLast()))
                .orElse(Place.START);
        // one more than asked for tells whether there is a next page
        List<Session> found = sessions.page(caller.userId(), after, size + 1);
        List<Session> page = found.subList(0, Math.min(size, found.size()));
        var response = ListSessionsResponse.newBuilder();
        page.forEach(session -> response.addSessions(SessionProtos.summary(session, caller.sessionId())));
        if (found.size() > size) {
            Session last = page.getLast();
            response.setNextPageToken(
                    pageTokens.encode(scope, List.of(last.lastUsedTime().toString(), last.id())));
        }
        return response.build();
    }
}
