package de.ratssaal.circular;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.rules.CircularRule;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollQuestion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What chair and secretariat do with a circular resolution: from its beginning to the agenda on which it is told. */
@Service
@Transactional
public class CircularConduct {

    private static final Duration LOOKED_AHEAD = Duration.ofDays(400);

    private final CircularRecords records;
    private final Circulars circulars;
    private final Counting counting;
    private final Councils councils;
    private final PaperShelf papers;
    private final Meetings meetings;
    private final MeetingPlanning planning;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    CircularConduct(
            CircularRecords records,
            Circulars circulars,
            Counting counting,
            Councils councils,
            PaperShelf papers,
            Meetings meetings,
            MeetingPlanning planning,
            Messages messages,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.records = records;
        this.circulars = circulars;
        this.counting = counting;
        this.councils = councils;
        this.papers = papers;
        this.meetings = meetings;
        this.planning = planning;
        this.messages = messages;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Asks the members. Asked again with the same identifier it changes nothing.
     *
     * @throws RuleViolation if the rules know no circular resolutions, or ask for a longer period (R13)
     * @throws Refusal if something is missing, or would bring before the public what is not for it
     */
    public void begin(CircularId id, CircularStart start) {
        access.require(start.organization(), Circulars.CONDUCTING);
        if (records.find(id).isPresent()) {
            return;
        }
        var organization = councils.organization(start.organization());
        require(organization.classification().meets(), "circular.begin.does-not-meet");
        var today = circulars.today(start.organization());
        var rules = councils.rules(start.organization(), today);
        var rule = rules.circular();
        if (!rule.allowed()) {
            throw new RuleViolation("circular.begin.not-allowed", rule.source());
        }
        var question = question(start);
        require(!start.reason().isEmpty(), "circular.begin.reason-missing");
        requirePeriod(rule, start);
        require(
                !start.isPublic() || rules.publicity().meetingsArePublic(),
                "circular.begin.organization-meets-in-private");
        var asked = circulars.entitled(start.organization(), today);
        var weighted = rules.weight().weighted();
        var entitled =
                asked.stream().collect(Collectors.toMap(MemberSummary::person, it -> weighted ? it.weight() : 1));
        var votes = entitled.values().stream().mapToInt(Integer::intValue).sum();
        // more members than seats is an error in the register, which must not stop the matter
        var members = Math.max(1, Math.max(organization.legalStrength(), entitled.size()));
        var begun = new CircularSummary(
                id,
                start.organization(),
                organization.name(),
                councils.body(organization.body()).zone(),
                start.paper(),
                question,
                start.reason(),
                start.isPublic(),
                rule.agreement(),
                start.majority() == null ? rules.majority().usual() : start.majority(),
                rule.source(),
                members,
                entitled.size(),
                0,
                0,
                new CircularVotes(
                        members - entitled.size() + votes, votes, rules.weight().countsVotesForQuorum()),
                clock.instant(),
                start.endsAt(),
                CircularState.RUNNING,
                null,
                null,
                null,
                null);
        if (entitled.isEmpty() || !begun.canBeAgreed()) {
            throw new RuleViolation(
                    begun.votes().decideProcedure() ? "circular.begin.unreachable-votes" : "circular.begin.unreachable",
                    rule.source(),
                    begun.needed(),
                    begun.all(),
                    begun.mayAgree());
        }
        if (records.add(begun, entitled, access.actor())) {
            events.publishEvent(new CircularBegun(
                    id,
                    begun.organization(),
                    question.fingerprint(),
                    entitled.size(),
                    begun.isPublic(),
                    begun.endsAt(),
                    begun.beganAt()));
            Circulars.changed(notices, id);
        }
    }

    private PollQuestion question(CircularStart start) {
        var paper = start.paper();
        if (paper == null) {
            require(!start.title().isEmpty(), "circular.begin.title-missing");
            require(!start.wording().isEmpty(), "circular.begin.wording-missing");
            return new PollQuestion(start.title(), start.wording(), null, false);
        }
        var page = papers.paper(paper);
        var body = councils.organization(start.organization()).body();
        require(page.paper().body().equals(body), "circular.begin.paper-of-another-body");
        require(
                page.paper().state() == PaperState.RELEASED && page.paper().version() > 0,
                "circular.begin.paper-not-released");
        require(!start.isPublic() || page.paper().isPublic(), "circular.begin.paper-not-public");
        var released = papers.versions(paper).getFirst();
        require(!released.proposal().isEmpty(), "circular.begin.paper-without-proposal");
        return new PollQuestion(
                "%s (%s)".formatted(released.title(), page.paper().number()),
                released.proposal().wording(),
                released.proposal().serialise(),
                false);
    }

    private void requirePeriod(CircularRule rule, CircularStart start) {
        var now = clock.instant();
        require(start.endsAt().isAfter(now), "circular.begin.end-is-past");
        if (start.endsAt().isBefore(earliestEnd(rule, start, now))) {
            throw new RuleViolation("circular.begin.too-short", rule.source(), rule.minimumDays());
        }
    }

    private Instant earliestEnd(CircularRule rule, CircularStart start, Instant now) {
        var zone = councils.body(councils.organization(start.organization()).body())
                .zone();
        return now.atZone(zone).plusDays(rule.minimumDays()).toInstant();
    }

    /**
     * Enters an answer that came on paper or by mail. For the secretariat.
     *
     * @param note when and how it came; shown with the answer
     * @throws Refusal if the member answered on their device, is recused or not entitled, or it is over
     */
    public void enterAnswer(CircularId id, PersonId person, boolean agrees, Choice choice, AnswerWay way, String note) {
        access.require(circulars.circular(id).organization(), Role.SECRETARIAT);
        require(way != AnswerWay.DEVICE, "circular.enter.way-missing");
        require(!note.isBlank(), "circular.enter.note-missing");
        counting.answer(id, person, new Answer(agrees, choice, way, note, clock.instant()));
    }

    /** A member is excluded from the matter (R7). An answer that is there goes. Asked again it changes nothing. */
    public void recuse(CircularId id, PersonId person) {
        requireConduct(id);
        counting.recuse(id, person, false);
    }

    /** A member was held to be recused in error. Asked again it changes nothing. */
    public void withdrawRecusal(CircularId id, PersonId person) {
        requireConduct(id);
        counting.withdrawRecusal(id, person);
    }

    /**
     * Counts before the end, once everybody has answered. Asked again it changes nothing.
     *
     * @throws Refusal while an answer is missing
     */
    public void close(CircularId id) {
        requireConduct(id);
        var circular = records.hold(id);
        if (circular.state() == CircularState.DECIDED) {
            return;
        }
        require(circular.isRunning(), "circular.over");
        require(circular.haveAllAnswered(), "circular.close.answers-missing");
        counting.count(circular);
    }

    /** Ends it without a result. Asked again it changes nothing. */
    public void withdraw(CircularId id, String reason) {
        requireConduct(id);
        require(!reason.isBlank(), "circular.withdraw.reason-missing");
        var circular = records.hold(id);
        if (circular.state() == CircularState.WITHDRAWN) {
            return;
        }
        var now = clock.instant();
        require(circular.isRunning() && now.isBefore(circular.endsAt()), "circular.over");
        records.withdraw(id, reason.strip(), now);
        events.publishEvent(new CircularWithdrawn(id, reason.strip(), now));
        Circulars.changed(notices, id);
    }

    /** The next meetings on whose agenda a circular resolution can be told. For the secretariat. */
    @Transactional(readOnly = true)
    public List<MeetingSummary> whereToAnnounce(CircularId id) {
        var circular = circulars.circular(id);
        var now = clock.instant();
        return access.has(circular.organization(), Role.SECRETARIAT)
                ? meetings.calendar(List.of(circular.organization()), now, now.plus(LOOKED_AHEAD)).stream()
                        .filter(it -> it.state().hasOpenAgenda())
                        .toList()
                : List.of();
    }

    /** Puts it on an agenda as information. Asked again it changes nothing. For the secretariat. */
    public void announce(CircularId id, MeetingId meeting) {
        var circular = circulars.circular(id);
        access.require(circular.organization(), Role.SECRETARIAT);
        var held = records.hold(id);
        require(held.state() == CircularState.DECIDED, "circular.announce.not-counted");
        if (held.toldIn() != null) {
            return;
        }
        require(
                meetings.meeting(meeting).organization().equals(circular.organization()),
                "circular.announce.another-organization");
        var title = messages.text(Locale.GERMAN, "circular.announce.item", circular.title());
        var paper = circular.paper();
        // the paper may have been withdrawn from the public since
        var isPublic = circular.isPublic()
                && (paper == null || papers.paper(paper).paper().isPublic());
        var item = planning.addItem(meeting, null, isPublic, title);
        records.tellIn(id, meeting, item);
        events.publishEvent(new CircularAnnounced(id, meeting, item, clock.instant()));
        Circulars.changed(notices, id);
    }

    private void requireConduct(CircularId id) {
        if (!circulars.mayConduct(circulars.circular(id))) {
            throw new AccessDeniedException("may not conduct circular resolution " + id);
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refusal(otherwise);
        }
    }
}
