package news.platform.search.searching;

class SearchIT extends SearchContract {}
