package news.platform.calendar.feed;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import news.platform.calendar.v1.CalendarFeedServiceGrpc;
import news.platform.calendar.v1.CreateCalendarFeedRequest;
import news.platform.calendar.v1.CreateCalendarFeedResponse;
import news.platform.calendar.v1.GetCalendarFeedRequest;
import news.platform.calendar.v1.GetCalendarFeedResponse;
import news.platform.calendar.v1.GetCalendarRequest;
import news.platform.calendar.v1.GetCalendarResponse;
import news.platform.grpc.server.Answers;
import news.platform.grpc.server.CallMetadata;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class FeedGrpcService extends CalendarFeedServiceGrpc.CalendarFeedServiceImplBase {
    private final ReadCalendar reading;
    private final IssueFeed issuing;

    FeedGrpcService(ReadCalendar reading, IssueFeed issuing) {
        this.reading = reading;
        this.issuing = issuing;
    }

    @Override
    public void getCalendar(GetCalendarRequest request, StreamObserver<GetCalendarResponse> answer) {
        Answers.send(
                answer,
                GetCalendarResponse.newBuilder()
                        .setCalendar(body(reading.everybodys()))
                        .build());
    }

    @Override
    public void createCalendarFeed(
            CreateCalendarFeedRequest request, StreamObserver<CreateCalendarFeedResponse> answer) {
        var secret = issuing.issue(Callers.required().userId());
        CallMetadata.noStore();
        Answers.send(
                answer,
                CreateCalendarFeedResponse.newBuilder()
                        .setSecret(secret)
                        .setPath("/api/v1/calendar/feeds/" + secret + ".ics")
                        .build());
    }

    @Override
    public void getCalendarFeed(GetCalendarFeedRequest request, StreamObserver<GetCalendarFeedResponse> answer) {
        var calendar = reading.own(request.getSecret());
        CallMetadata.noStore();
        Answers.send(
                answer,
                GetCalendarFeedResponse.newBuilder().setCalendar(body(calendar)).build());
    }

    private static HttpBody body(byte[] calendar) {
        return HttpBody.newBuilder()
                .setContentType("text/calendar; charset=utf-8")
                .setData(ByteString.copyFrom(calendar))
                .build();
    }
}
