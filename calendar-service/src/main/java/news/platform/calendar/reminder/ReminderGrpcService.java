package news.platform.calendar.reminder;

import io.grpc.stub.StreamObserver;
import news.platform.calendar.v1.DeleteReminderRequest;
import news.platform.calendar.v1.DeleteReminderResponse;
import news.platform.calendar.v1.PutReminderRequest;
import news.platform.calendar.v1.PutReminderResponse;
import news.platform.calendar.v1.ReminderServiceGrpc;
import news.platform.grpc.server.Answers;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ReminderGrpcService extends ReminderServiceGrpc.ReminderServiceImplBase {
    private static final int LEAD_MINUTES = 15;

    private final PutReminder putting;
    private final Reminders reminders;

    ReminderGrpcService(PutReminder putting, Reminders reminders) {
        this.putting = putting;
        this.reminders = reminders;
    }

    @Override
    public void putReminder(PutReminderRequest request, StreamObserver<PutReminderResponse> answer) {
        putting.put(
                Callers.required().userId(),
                request.getReleaseId(),
                request.hasLeadMinutes() ? request.getLeadMinutes() : LEAD_MINUTES);
        Answers.send(answer, PutReminderResponse.getDefaultInstance());
    }

    @Override
    public void deleteReminder(DeleteReminderRequest request, StreamObserver<DeleteReminderResponse> answer) {
        reminders.remove(Callers.required().userId(), request.getReleaseId());
        Answers.send(answer, DeleteReminderResponse.getDefaultInstance());
    }
}
