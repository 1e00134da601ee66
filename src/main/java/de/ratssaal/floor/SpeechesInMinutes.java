package de.ratssaal.floor;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.minutes.ItemDraft;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.organization.Councils;
import de.ratssaal.rules.SpeakersNamed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Proposes for the minutes who spoke on an item, in the order in which they did. Guests are named only if they agreed. */
@Component
class SpeechesInMinutes implements ItemDraft {

    private final Speeches speeches;
    private final FloorRows rows;
    private final Meetings meetings;
    private final Councils councils;
    private final Messages messages;

    SpeechesInMinutes(Speeches speeches, FloorRows rows, Meetings meetings, Councils councils, Messages messages) {
        this.speeches = speeches;
        this.rows = rows;
        this.meetings = meetings;
        this.councils = councils;
        this.messages = messages;
    }

    @Override
    public Map<AgendaItemId, String> of(MeetingId id) {
        var meeting = meetings.meeting(id);
        var named = named(meeting);
        if (named == SpeakersNamed.NOT) {
            return Map.of();
        }
        // what is proposed goes to the public too
        var behindDoors = rows.behindDoors(id);
        var byItem = speeches.of(id).stream()
                .filter(it -> !behindDoors.contains(it.id()))
                .collect(Collectors.groupingBy(Speech::item));
        var texts = new HashMap<AgendaItemId, String>();
        byItem.forEach((item, all) -> texts.put(item, text(all, named, meeting.zone())));
        return texts;
    }

    private SpeakersNamed named(MeetingSummary meeting) {
        return councils.rules(meeting.organization(), meeting.day()).minutes().speakers();
    }

    private String text(List<Speech> all, SpeakersNamed named, ZoneId zone) {
        return text(
                "floor.minutes.spoke",
                all.stream().map(it -> speech(it, named, zone)).collect(Collectors.joining(", ")));
    }

    private String speech(Speech speech, SpeakersNamed named, ZoneId zone) {
        var who = speech.kind() == SpeechKind.SPEECH
                ? who(speech.speaker().asToldOutside())
                : text(
                        "floor.minutes.kind",
                        who(speech.speaker().asToldOutside()),
                        text("floor.minutes.kind." + speech.kind()));
        return named == SpeakersNamed.WITH_TIME ? text("floor.minutes.at", who, clock(speech.from(), zone)) : who;
    }

    private String who(Speaker speaker) {
        var guest = speaker.guest();
        if (guest != null) {
            return speaker.name().isEmpty()
                    ? text("floor.guest." + guest)
                    : text("floor.minutes.guest", speaker.name(), text("floor.guest." + guest));
        }
        return speaker.groupShortName() == null
                ? speaker.name()
                : text("floor.minutes.member", speaker.name(), Objects.requireNonNull(speaker.groupShortName()));
    }

    private static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", MinutesWriting.LANGUAGE).format(at.atZone(zone));
    }

    private String text(String key, Object... values) {
        return messages.text(MinutesWriting.LANGUAGE, key, values);
    }
}
