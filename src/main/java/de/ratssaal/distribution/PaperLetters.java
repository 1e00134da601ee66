package de.ratssaal.distribution;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.Channel;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters for those who agreed to paper, in one document to print: each with its address, ready for the envelope, and
 * with no more than its reader may know. For those who convene the meeting.
 */
@Service
@Transactional(readOnly = true)
public class PaperLetters {

    private final Meetings meetings;
    private final Invitations invitations;
    private final Rounds rounds;
    private final ChangeText changes;
    private final Councils councils;
    private final LetterTexts texts;
    private final LetterPrinter printer;
    private final Access access;

    PaperLetters(
            Meetings meetings,
            Invitations invitations,
            Rounds rounds,
            ChangeText changes,
            Councils councils,
            LetterTexts texts,
            LetterPrinter printer,
            Access access) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.rounds = rounds;
        this.changes = changes;
        this.councils = councils;
        this.texts = texts;
        this.printer = printer;
        this.access = access;
    }

    /** Invitations that are still to be given to somebody. Nothing if there are none. */
    public Optional<byte[]> invitations(MeetingId id) {
        var meeting = meeting(id);
        return print(
                meeting,
                invitations.of(id).stream()
                        .filter(it -> it.channel() == Channel.PRINT && it.isStanding() && it.deliveredAt() == null)
                        .sorted(Comparator.comparing(it -> councils.nameOf(it.person())))
                        .map(it -> invitation(meeting, it))
                        .toList());
    }

    /** What was told after the invitation and is still to be given to somebody. Nothing if there is none. */
    public Optional<byte[]> round(MeetingId id, int number) {
        var meeting = meeting(id);
        return rounds.of(id).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .flatMap(round -> print(
                        meeting,
                        round.deliveries().stream()
                                .filter(it -> it.channel() == Channel.PRINT && it.deliveredAt() == null)
                                .sorted(Comparator.comparing(it -> councils.nameOf(it.person())))
                                .map(it -> told(meeting, round, it.person()))
                                .toList()));
    }

    private MeetingSummary meeting(MeetingId id) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        return meeting;
    }

    private Optional<byte[]> print(MeetingSummary meeting, List<OfficialLetter> letters) {
        return letters.isEmpty()
                ? Optional.empty()
                : Optional.of(printer.print(
                        letters,
                        texts.paper(meeting),
                        texts.text("distribution.letter.document", meeting.title()),
                        texts.text("distribution.letter.page", "{0}", "{1}"),
                        LetterTexts.LANGUAGE));
    }

    private OfficialLetter invitation(MeetingSummary meeting, Invitation invitation) {
        var member = invitation.standsInFor();
        return letter(
                meeting,
                invitation.person(),
                texts.text("distribution.letter.title.INVITATION", meeting.title()),
                member == null
                        ? texts.text("distribution.letter.lead.INVITATION")
                        : texts.text("distribution.letter.substitute-lead", councils.nameOf(member)),
                null,
                List.of(),
                true);
    }

    private OfficialLetter told(MeetingSummary meeting, Round round, PersonId person) {
        var told = round.kind() == RoundKind.SUPPLEMENT
                ? access.asSystem(TakingStock.JOB, () -> rounds.toldTo(meeting.id(), round.number(), person)).stream()
                        .map(it -> new OfficialLetter.Line(
                                "–", changes.sentence(it, LetterTexts.LANGUAGE, meeting.zone()), 0))
                        .toList()
                : List.<OfficialLetter.Line>of();
        return letter(
                meeting,
                person,
                texts.text("distribution.letter.title." + round.kind(), meeting.title()),
                texts.text("distribution.letter.lead." + round.kind(), round.note()),
                round.note().isBlank() || round.kind() == RoundKind.RETURN ? null : round.note(),
                told,
                round.kind() == RoundKind.SUPPLEMENT);
    }

    private OfficialLetter letter(
            MeetingSummary meeting,
            PersonId person,
            String title,
            String lead,
            @Nullable String note,
            List<OfficialLetter.Line> told,
            boolean invites) {
        var agenda = invites
                ? access.asSystem(TakingStock.JOB, () -> meetings.agendaFor(meeting.id(), person))
                : List.<AgendaItemSummary>of();
        var name = councils.nameOf(person);
        var parts = new ArrayList<OfficialLetter.Part>();
        if (!told.isEmpty()) {
            parts.add(new OfficialLetter.Part(texts.text("distribution.letter.changes"), told));
        }
        part(parts, "distribution.letter.public", agenda, true);
        part(parts, "distribution.letter.non-public", agenda, false);
        var closing = new ArrayList<String>();
        if (agenda.stream().anyMatch(it -> !it.isPublic())) {
            closing.add(texts.text("distribution.letter.confidential"));
        }
        closing.add(texts.text(invites ? "distribution.letter.excuse" : "distribution.letter.questions"));
        return new OfficialLetter(
                address(meeting, person, name),
                texts.today(meeting),
                title,
                texts.text("distribution.letter.greeting", name),
                List.of(lead),
                texts.facts(meeting),
                remarks(meeting, agenda, note, invites),
                parts,
                closing);
    }

    private List<String> remarks(
            MeetingSummary meeting, List<AgendaItemSummary> agenda, @Nullable String note, boolean invites) {
        var remarks = new ArrayList<String>();
        if (note != null) {
            remarks.add(note);
        }
        if (invites && meeting.urgent()) {
            remarks.add(texts.text("distribution.letter.urgent"));
        }
        var again = agenda.stream()
                .filter(AgendaItemSummary::calledAgain)
                .map(AgendaItemSummary::number)
                .collect(Collectors.joining(", "));
        if (!again.isEmpty()) {
            remarks.add(texts.text("distribution.letter.second-notice", again));
        }
        return remarks;
    }

    private void part(List<OfficialLetter.Part> parts, String key, List<AgendaItemSummary> agenda, boolean isPublic) {
        var lines = agenda.stream()
                .filter(it -> it.isPublic() == isPublic)
                .map(LetterTexts::line)
                .toList();
        if (!lines.isEmpty()) {
            parts.add(new OfficialLetter.Part(texts.text(key), lines));
        }
    }

    private List<String> address(MeetingSummary meeting, PersonId person, String name) {
        var postal = access.asSystem(TakingStock.JOB, () -> invitations.wayTo(meeting.id(), person))
                .postalAddress();
        if (postal.isBlank()) {
            return List.of(name, texts.text("distribution.letter.address-missing"));
        }
        return Stream.concat(
                        Stream.of(name),
                        postal.lines().filter(it -> !it.isBlank()).map(String::strip))
                .toList();
    }
}
