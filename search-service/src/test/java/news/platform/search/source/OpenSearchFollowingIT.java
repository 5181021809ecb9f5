package news.platform.search.source;

import news.platform.search.OnOpenSearch;

@OnOpenSearch
class OpenSearchFollowingIT extends FollowingContract {}
