package news.platform.search.searching;

import news.platform.search.OnOpenSearch;

@OnOpenSearch
class OpenSearchPagingIT extends PagingContract {}
