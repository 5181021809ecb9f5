package news.platform.market.watchlist;

import io.grpc.stub.StreamObserver;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Etags;
import news.platform.grpc.server.Answers;
import news.platform.market.v1.GetWatchlistRequest;
import news.platform.market.v1.GetWatchlistResponse;
import news.platform.market.v1.MarketReason;
import news.platform.market.v1.UpdateWatchlistRequest;
import news.platform.market.v1.UpdateWatchlistResponse;
import news.platform.market.v1.WatchlistServiceGrpc;
import news.platform.proto.Timestamps;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class WatchlistGrpcService extends WatchlistServiceGrpc.WatchlistServiceImplBase {
    private final Watchlists watchlists;
    private final ChangeWatchlist changing;

    WatchlistGrpcService(Watchlists watchlists, ChangeWatchlist changing) {
        this.watchlists = watchlists;
        this.changing = changing;
    }

    @Override
    public void getWatchlist(GetWatchlistRequest request, StreamObserver<GetWatchlistResponse> answer) {
        var watchlist = watchlists
                .find(Callers.required().userId(), request.getWatchlistId())
                .orElseThrow(() -> new DomainException(MarketReason.WATCHLIST_NOT_FOUND, "no such watchlist"));
        Answers.send(
                answer,
                GetWatchlistResponse.newBuilder()
                        .setWatchlist(message(watchlist))
                        .build());
    }

    @Override
    public void updateWatchlist(UpdateWatchlistRequest request, StreamObserver<UpdateWatchlistResponse> answer) {
        var watchlist = changing.put(
                Callers.required().userId(),
                request.getWatchlistId(),
                request.getWatchlist().getSymbolsList(),
                request.getEtag());
        Answers.send(
                answer,
                UpdateWatchlistResponse.newBuilder()
                        .setWatchlist(message(watchlist))
                        .build());
    }

    private static news.platform.market.v1.Watchlist message(Watchlist watchlist) {
        return news.platform.market.v1.Watchlist.newBuilder()
                .setId(watchlist.id())
                .addAllSymbols(watchlist.symbols())
                .setEtag(Etags.of(watchlist.version()))
                .setUpdateTime(Timestamps.of(watchlist.updateTime()))
                .build();
    }
}
