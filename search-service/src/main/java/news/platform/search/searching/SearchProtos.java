package news.platform.search.searching;

import java.util.List;
import news.platform.proto.Timestamps;
import news.platform.search.channel.Channels;
import news.platform.search.v1.ExplainSearchRequest;
import news.platform.search.v1.ExplainedHit;
import news.platform.search.v1.FacetValue;
import news.platform.search.v1.SearchHit;
import news.platform.search.v1.SearchRequest;
import news.platform.search.v1.SearchResponse;

/** Searches and what they find as messages. */
final class SearchProtos {
    private SearchProtos() {}

    static Search search(SearchRequest request, Channels channels) {
        var within = request.getChannel().isEmpty() ? List.<String>of() : channels.within(request.getChannel());
        return new Search(
                request.getQ(),
                new Search.Filter(
                        request.getType(),
                        within,
                        request.getLang(),
                        request.getSymbol(),
                        request.hasFrom() ? Timestamps.instant(request.getFrom()) : null,
                        request.hasTo() ? Timestamps.instant(request.getTo()) : null),
                request.getOrder().equals("time"));
    }

    static Search search(ExplainSearchRequest request) {
        return new Search(request.getQ(), new Search.Filter("", List.of(), "", "", null, null), false);
    }

    static SearchResponse found(Found found) {
        var response = SearchResponse.newBuilder()
                .setTotalEstimate(found.total())
                .setDidYouMean(found.didYouMean())
                .setNextPageToken(found.nextToken());
        found.hits().forEach(hit -> response.addHits(hit(hit)));
        found.facets().forEach(facet -> response.addFacets(facet(facet)));
        return response.build();
    }

    static ExplainedHit explained(Explained explained) {
        return ExplainedHit.newBuilder()
                .setHit(hit(explained.hit()))
                .setExplanation(explained.explanation())
                .build();
    }

    private static SearchHit hit(Hit hit) {
        var proto = SearchHit.newBuilder()
                .setType(hit.type())
                .setId(hit.id())
                .setTitle(hit.title())
                .setTitleHighlight(hit.snippet().title())
                .setSnippetHighlight(hit.snippet().text())
                .setScore(hit.score());
        hit.publishTime().map(Timestamps::of).ifPresent(proto::setPublishTime);
        return proto.build();
    }

    private static news.platform.search.v1.Facet facet(Facet facet) {
        var proto = news.platform.search.v1.Facet.newBuilder().setField(facet.field());
        facet.values()
                .forEach(value -> proto.addValues(
                        FacetValue.newBuilder().setValue(value.value()).setCount(value.count())));
        return proto.build();
    }
}
