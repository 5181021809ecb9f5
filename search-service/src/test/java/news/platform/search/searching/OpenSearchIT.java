package news.platform.search.searching;

import news.platform.search.OnOpenSearch;

@OnOpenSearch
class OpenSearchIT extends SearchContract {}
