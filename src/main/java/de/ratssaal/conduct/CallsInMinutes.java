package de.ratssaal.conduct;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.organization.Councils;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Roll calls as the minutes have them: who doubted the quorum, and what was counted. */
@Component
class CallsInMinutes implements ItemCourse {

    private final CallStore store;
    private final Meetings meetings;
    private final Councils councils;
    private final Messages messages;

    CallsInMinutes(CallStore store, Meetings meetings, Councils councils, Messages messages) {
        this.store = store;
        this.meetings = meetings;
        this.councils = councils;
        this.messages = messages;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId meeting, boolean publicOnly) {
        var zone = meetings.meeting(meeting).zone();
        var said = new HashMap<AgendaItemId, List<String>>();
        for (var call : store.of(meeting).all()) {
            var item = call.item();
            if (item != null) {
                said.computeIfAbsent(item, it -> new ArrayList<>()).add(text(call, zone));
            }
        }
        return said;
    }

    @Override
    public List<String> withoutItem(MeetingId meeting, boolean publicOnly) {
        var zone = meetings.meeting(meeting).zone();
        return store.of(meeting).all().stream()
                .filter(it -> it.item() == null)
                .map(it -> text(it, zone))
                .toList();
    }

    private String text(QuorumCall call, ZoneId zone) {
        var at = DateTimeFormatter.ofPattern("HH:mm", MinutesWriting.LANGUAGE)
                .format(call.begunAt().atZone(zone));
        var by = call.doubtedBy();
        var doubted = by == null
                ? text("conduct.quorum.minutes.called", at)
                : text("conduct.quorum.minutes.doubted", at, councils.nameOf(by));
        return call.isOpen()
                ? doubted
                : doubted + " "
                        + text(
                                call.ofVotes() ? "conduct.quorum.minutes.votes" : "conduct.quorum.minutes.members",
                                call.present(),
                                call.needed())
                        + " "
                        + text(
                                call.present() >= call.needed()
                                        ? "conduct.quorum.minutes.met"
                                        : "conduct.quorum.minutes.not-met");
    }

    private String text(String key, Object... values) {
        return messages.text(MinutesWriting.LANGUAGE, key, values);
    }
}
