package de.ratssaal.challenge;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the minutes say of challenges: who challenged which result and why, and what was decided. In public nobody is named. */
@Component
class ChallengesInMinutes implements ItemCourse {

    private final ChallengeStore store;
    private final Polls polls;
    private final Meetings meetings;
    private final Councils councils;
    private final Messages messages;

    ChallengesInMinutes(ChallengeStore store, Polls polls, Meetings meetings, Councils councils, Messages messages) {
        this.store = store;
        this.polls = polls;
        this.meetings = meetings;
        this.councils = councils;
        this.messages = messages;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId meeting, boolean publicOnly) {
        var raised = store.of(meeting).stream()
                .filter(it -> it.isPublic() || !publicOnly)
                .toList();
        if (raised.isEmpty()) {
            return Map.of();
        }
        var zone = meetings.meeting(meeting).zone();
        var counted = polls.of(meeting).stream().collect(Collectors.toMap(PollSummary::id, Function.identity()));
        return raised.stream()
                .filter(it -> counted.containsKey(it.poll()))
                .collect(Collectors.groupingBy(
                        Challenge::item,
                        Collectors.mapping(
                                it -> paragraph(it, Objects.requireNonNull(counted.get(it.poll())), zone, publicOnly),
                                Collectors.toList())));
    }

    private String paragraph(Challenge challenge, PollSummary poll, ZoneId zone, boolean publicOnly) {
        var tally = poll.tally();
        var at = clock(challenge.raisedAt(), zone);
        var result = text("challenge.minutes.result", tally.yes(), tally.no(), tally.abstentions());
        var raised = publicOnly
                ? text("challenge.minutes.raised-publicly", at, challenge.question(), result)
                : text(
                        challenge.enteredFor() ? "challenge.minutes.raised-for" : "challenge.minutes.raised",
                        at,
                        councils.nameOf(challenge.by()),
                        challenge.question(),
                        result,
                        challenge.reason());
        return raised + " " + became(challenge, publicOnly);
    }

    private String became(Challenge challenge, boolean publicOnly) {
        var votes = challenge.votes();
        var decided = votes == null
                ? text("challenge.minutes.state." + challenge.state())
                : text(
                        challenge.state() == ChallengeState.GRANTED
                                ? "challenge.minutes.meeting-grants"
                                : "challenge.minutes.meeting-rejects",
                        votes.yes(),
                        votes.no(),
                        votes.abstentions());
        var ground = challenge.ground();
        return ground == null || publicOnly ? decided : decided + " " + text("challenge.minutes.ground", ground);
    }

    private static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", MinutesWriting.LANGUAGE).format(at.atZone(zone));
    }

    private String text(String key, Object... values) {
        return messages.text(MinutesWriting.LANGUAGE, key, values);
    }
}
