package news.platform.notification.settings;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.error.DomainException;
import news.platform.notification.story.Kind;
import news.platform.notification.v1.NotificationReason;
import news.platform.notification.v1.NotificationSettings;
import news.platform.notification.v1.QuietHours;

/** Settings as the contract has them. */
final class SettingsProtos {
    private SettingsProtos() {}

    static Settings settings(NotificationSettings message) {
        return new Settings(
                message.hasQuietHours() ? Optional.of(quietHours(message.getQuietHours())) : Optional.empty(),
                message.hasImportanceFloor() ? message.getImportanceFloor() : Settings.DEFAULT.importanceFloor(),
                message.hasDailyCap() ? message.getDailyCap() : Settings.DEFAULT.dailyCap(),
                message.getTopicsCount() == 0 ? Settings.DEFAULT.topics() : kinds(message.getTopicsList()),
                kinds(message.getEmailTopicsList()));
    }

    static NotificationSettings message(Settings settings) {
        var message = NotificationSettings.newBuilder()
                .setImportanceFloor(settings.importanceFloor())
                .setDailyCap(settings.dailyCap())
                .addAllTopics(words(settings.topics()))
                .addAllEmailTopics(words(settings.emailTopics()));
        settings.quietHours().ifPresent(hours -> message.getQuietHoursBuilder()
                .setFrom(hours.from().toString())
                .setTo(hours.to().toString())
                .setTimeZone(hours.zone().getId()));
        return message.build();
    }

    private static Set<Kind> kinds(List<String> words) {
        return words.stream().map(Kind::of).collect(Collectors.toSet());
    }

    private static List<String> words(Set<Kind> kinds) {
        return kinds.stream().sorted().map(Kind::word).toList();
    }

    private static QuietTime quietHours(QuietHours hours) {
        // not by trying: ZoneId also takes offsets, which know no summer
        if (!ZoneId.getAvailableZoneIds().contains(hours.getTimeZone())) {
            throw DomainException.field(
                    NotificationReason.UNKNOWN_TIME_ZONE,
                    "settings.quietHours.timeZone",
                    "must be the IANA name of a time zone, such as Asia/Shanghai");
        }
        return new QuietTime(
                LocalTime.parse(hours.getFrom()), LocalTime.parse(hours.getTo()), ZoneId.of(hours.getTimeZone()));
    }
}
