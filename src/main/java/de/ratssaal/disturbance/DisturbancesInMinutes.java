package de.ratssaal.disturbance;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.organization.Councils;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Disturbances as the minutes have them: who reported what, what became of it, and of what was counted meanwhile. */
@Component
class DisturbancesInMinutes implements ItemCourse {

    private final DisturbanceStore store;
    private final Meetings meetings;
    private final Councils councils;
    private final Messages messages;

    DisturbancesInMinutes(DisturbanceStore store, Meetings meetings, Councils councils, Messages messages) {
        this.store = store;
        this.meetings = meetings;
        this.councils = councils;
        this.messages = messages;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId meeting, boolean publicOnly) {
        var zone = meetings.meeting(meeting).zone();
        var said = new HashMap<AgendaItemId, List<String>>();
        var disturbances = store.of(meeting);
        for (var disturbance : disturbances) {
            var item = disturbance.item();
            if (item != null) {
                said.computeIfAbsent(item, it -> new ArrayList<>()).add(paragraph(disturbance, zone, publicOnly));
            }
        }
        var told = new HashSet<UUID>();
        disturbances.stream()
                .flatMap(it -> it.steps().stream())
                .filter(it ->
                        it.decision() == StepDecision.KEEP && (!publicOnly || it.isPublic()) && told.add(it.ref()))
                .forEach(it -> said.computeIfAbsent(it.item(), item -> new ArrayList<>())
                        .add(kept(it, publicOnly)));
        return said;
    }

    @Override
    public List<String> withoutItem(MeetingId meeting, boolean publicOnly) {
        var zone = meetings.meeting(meeting).zone();
        return store.of(meeting).stream()
                .filter(it -> it.item() == null)
                .map(it -> paragraph(it, zone, publicOnly))
                .toList();
    }

    private String paragraph(Disturbance disturbance, ZoneId zone, boolean publicOnly) {
        var reported = publicOnly
                ? text("disturbance.minutes.somebody", clock(disturbance.reportedAt(), zone))
                : text(
                        disturbance.enteredFor() ? "disturbance.minutes.reported-for" : "disturbance.minutes.reported",
                        clock(disturbance.reportedAt(), zone),
                        councils.nameOf(disturbance.person()),
                        text("disturbance.kind." + disturbance.kind()),
                        clock(disturbance.began(), zone));
        return reported + " " + text("disturbance.minutes.interrupted") + " " + became(disturbance, zone, publicOnly);
    }

    private String became(Disturbance disturbance, ZoneId zone, boolean publicOnly) {
        var settled = disturbance.settledAt();
        if (settled == null) {
            return text("disturbance.minutes.unsettled");
        }
        var ground = disturbance.ground();
        var result = ground == null
                ? text("disturbance.minutes.resolved", clock(settled, zone))
                : text("disturbance.minutes.irrelevant", clock(settled, zone), text("disturbance.ground." + ground));
        return publicOnly || disturbance.reason().isEmpty()
                ? result
                : result + " " + text("disturbance.minutes.reason", disturbance.reason());
    }

    private String kept(AffectedStep step, boolean publicOnly) {
        var what = name(step, messages);
        return publicOnly
                ? text("disturbance.minutes.kept", what)
                : text("disturbance.minutes.kept-because", what, String.valueOf(step.reason()));
    }

    /** What was counted, as people call it. */
    private static String name(AffectedStep step, Messages messages) {
        var motion = step.motion();
        if (motion == null) {
            return step.label();
        }
        var kind = messages.text(MinutesWriting.LANGUAGE, "chamber.motion.kind." + motion);
        return step.label().isEmpty() ? kind : kind + ": " + step.label();
    }

    private static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", MinutesWriting.LANGUAGE).format(at.atZone(zone));
    }

    private String text(String key, Object... values) {
        return messages.text(MinutesWriting.LANGUAGE, key, values);
    }
}
