package de.ratssaal.paper;

import static de.ratssaal.paper.TestPapers.as;
import static de.ratssaal.paper.TestPapers.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.StandingItem;
import de.ratssaal.meeting.StandingItems;
import de.ratssaal.paper.DuePaper.Readiness;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("The secretariat that builds an agenda")
class AgendaBuildingTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    AgendaBuilding building;

    @Autowired
    WayPlanning ways;

    @Autowired
    PaperRouting routing;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperShelf shelf;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Meetings meetings;

    @Autowired
    StandingItems standing;

    @Autowired
    Clock clock;

    private TestPapers city;
    private MeetingId meeting;

    @BeforeEach
    void found() {
        city = new TestPapers(context);
        meeting = meeting(city.council, 30);
    }

    @Test
    @DisplayName("sees the papers that wait for the organization, and what is missing")
    void due() {
        var ready = waiting(content("Brunnen", true, "Der Brunnen wird saniert."), city.council);
        var draft = as(city.clerk, () -> drafting.draft(city.council, content("Entwurf", true, "Text.")));
        as(city.clerk, () -> routing.plan(draft, city.council, ConsultationRole.DECISION));
        var early = city.released(content("Beratung fehlt", true, "Text."));
        as(city.clerk, () -> routing.plan(early, city.committee, ConsultationRole.ADVICE));
        as(city.clerk, () -> routing.plan(early, city.council, ConsultationRole.DECISION));

        assertThat(as(city.clerk, () -> building.due(meeting)))
                .extracting(it -> it.paper().id(), DuePaper::readiness)
                .containsExactlyInAnyOrder(
                        tuple(ready, Readiness.READY),
                        tuple(draft, Readiness.NOT_RELEASED),
                        tuple(early, Readiness.EARLIER_STATION_OPEN));
    }

    @Test
    @DisplayName("puts a paper between the opening and the closing items, into the part where it belongs, once")
    void take() {
        as(city.clerk, () -> standing.putOn(meeting));
        var open = waiting(content("Brunnen", true, "Der Brunnen wird saniert."), city.council);
        var closed = waiting(content("Grundstück", false, "Das Grundstück wird gekauft."), city.council);

        as(city.clerk, () -> building.take(meeting, open, null));
        as(city.clerk, () -> building.take(meeting, closed, null));

        var agenda = as(city.clerk, () -> meetings.agenda(meeting));
        assertThat(agenda)
                .extracting(AgendaItemSummary::title)
                .containsSubsequence(
                        "Genehmigung der Niederschrift der letzten Sitzung", "Brunnen", "Verschiedenes", "Grundstück");
        assertThat(agenda.getLast().isPublic()).isFalse();
        assertThat(as(city.clerk, () -> building.due(meeting))).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(city.clerk, () -> building.take(meeting, open, null)))
                .withMessage("paper.agenda.not-due");
    }

    @Test
    @DisplayName("puts a paper before the item on which it was dropped")
    void before() {
        as(city.clerk, () -> standing.putOn(meeting));
        var first = as(city.clerk, () -> meetings.agenda(meeting)).getFirst();
        var paper = waiting(content("Brunnen", true, "Der Brunnen wird saniert."), city.council);

        as(city.clerk, () -> building.take(meeting, paper, first.id()));

        assertThat(as(city.clerk, () -> meetings.agenda(meeting)).getFirst().title())
                .isEqualTo("Brunnen");
    }

    @Test
    @DisplayName("cannot put a draft on an agenda, and nothing is left of the attempt")
    void notReleased() {
        var draft = as(city.clerk, () -> drafting.draft(city.council, content("Entwurf", true, "Text.")));
        as(city.clerk, () -> routing.plan(draft, city.council, ConsultationRole.DECISION));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(city.clerk, () -> building.take(meeting, draft, null)))
                .withMessage("paper.agenda.not-released.DRAFT");
        assertThat(as(city.clerk, () -> meetings.agenda(meeting))).isEmpty();
    }

    @Test
    @DisplayName("is the one of the organization: no member and no other secretariat sees what waits")
    void whoMay() {
        var paper = waiting(content("Grundstück", false, "Text."), city.council);
        for (var who : List.of(city.councillor, city.committeeClerk, city.committeeMember)) {
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> as(who, () -> building.due(meeting)));
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> as(who, () -> building.take(meeting, paper, null)));
        }
    }

    @Test
    @DisplayName("is proposed the next meeting of each organization, in the order of the paper's way")
    void proposals() {
        var committeeSoon = meeting(city.committee, 20);
        var committeeLate = meeting(city.committee, 40);
        var councilLate = meeting(city.council, 60);
        var paper = city.released(content("Brunnen", true, "Text."));
        var advice = as(city.clerk, () -> routing.plan(paper, city.committee, ConsultationRole.ADVICE));
        var decision = as(city.clerk, () -> routing.plan(paper, city.council, ConsultationRole.DECISION));

        var way = as(city.clerk, () -> ways.propose(paper));
        assertThat(way.proposed().get(advice).id()).isEqualTo(committeeSoon);
        assertThat(way.proposed().get(decision).id()).isEqualTo(meeting);
        assertThat(way.faults()).isEmpty();

        as(city.clerk, () -> ways.meanFor(paper, advice, committeeLate));

        var later = as(city.clerk, () -> ways.propose(paper));
        assertThat(later.proposed().get(advice).id()).isEqualTo(committeeLate);
        assertThat(later.proposed().get(decision).id()).isEqualTo(councilLate);

        as(city.clerk, () -> ways.meanFor(paper, decision, meeting));

        assertThat(as(city.clerk, () -> ways.propose(paper)).faults())
                .extracting(SequenceFault::kind)
                .containsExactly(SequenceFault.Kind.NOT_AFTER_EARLIER);
    }

    @Test
    @DisplayName("R1: is not proposed a meeting to which nobody can be invited in time any more")
    void tooSoon() {
        meeting(city.committee, 2);
        var paper = city.released(content("Brunnen", true, "Text."));
        as(city.clerk, () -> routing.plan(paper, city.committee, ConsultationRole.DECISION));

        assertThat(as(city.clerk, () -> ways.propose(paper)).faults())
                .extracting(SequenceFault::kind)
                .containsExactly(SequenceFault.Kind.NO_MEETING);
    }

    @Test
    @DisplayName("does not see a paper that is meant for another meeting, and members are not told what is meant")
    void meant() {
        var other = meeting(city.council, 60);
        var paper = waiting(content("Brunnen", true, "Text."), city.council);
        var station = as(city.clerk, () -> shelf.paper(paper))
                .consultations()
                .getFirst()
                .id();

        as(city.clerk, () -> ways.meanFor(paper, station, other));

        assertThat(as(city.clerk, () -> building.due(meeting))).isEmpty();
        assertThat(as(city.clerk, () -> building.due(other)))
                .extracting(DuePaper::isMeant)
                .containsExactly(true);
        assertThat(as(city.clerk, () -> shelf.paper(paper))
                        .consultations()
                        .getFirst()
                        .meantFor())
                .isEqualTo(other);
        assertThat(as(city.councillor, () -> shelf.paper(paper))
                        .consultations()
                        .getFirst()
                        .meantFor())
                .isNull();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(city.councillor, () -> ways.propose(paper)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(city.clerk, () -> ways.meanFor(paper, station, meeting(city.committee, 50))))
                .withMessage("paper.way.meeting-not-possible");
    }

    @Test
    @DisplayName("puts its own standing items on each agenda, twice without effect")
    void ownStandingItems() {
        as(
                city.clerk,
                () -> standing.change(
                        city.council,
                        List.of(
                                new StandingItem(StandingItem.Place.BEFORE, true, "Begrüßung", 5),
                                new StandingItem(StandingItem.Place.AFTER, true, "Anfragen", null),
                                new StandingItem(StandingItem.Place.AFTER, false, "Personalia", 20))));
        as(city.clerk, () -> planning.addItem(meeting, null, true, "Haushalt"));

        as(city.clerk, () -> standing.putOn(meeting));
        as(city.clerk, () -> standing.putOn(meeting));

        assertThat(as(city.clerk, () -> meetings.agenda(meeting)))
                .extracting(AgendaItemSummary::title)
                .containsExactly("Begrüßung", "Haushalt", "Anfragen", "Personalia");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(city.councillor, () -> standing.change(city.council, List.of())));
    }

    private PaperId waiting(PaperContent content, OrganizationId organization) {
        var paper = city.released(content);
        as(city.clerk, () -> routing.plan(paper, organization, ConsultationRole.DECISION));
        return paper;
    }

    private MeetingId meeting(OrganizationId organization, int days) {
        var starts = clock.instant().plus(Duration.ofDays(days));
        return city.asSystem(() -> planning.plan(
                organization, new MeetingPlan("Sitzung", MeetingMode.IN_PERSON, starts, null, "Rathaus", "")));
    }
}
