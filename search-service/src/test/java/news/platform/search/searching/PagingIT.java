package news.platform.search.searching;

class PagingIT extends PagingContract {}
