package de.ratssaal.chamber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.DemoClock;
import de.ratssaal.base.DemoContent;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.DemoCity;
import de.ratssaal.paper.DemoPapers;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperQuery;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Tally;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

@IntegrationTest
@ActiveProfiles("demo")
@DisplayName("The demo city")
class DemoMeetingsTest {

    @Autowired
    Meetings meetings;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    Polls polls;

    @Autowired
    PaperShelf papers;

    @Autowired
    Files files;

    @Autowired
    Access access;

    @Autowired
    DemoClock clock;

    @Autowired
    ObjectProvider<DemoContent> contents;

    @Test
    @DisplayName("has decided a paper with changes in eight points: Ja 33, Nein 0, Enthaltungen 5, Befangen 0")
    void theDecisionInEightPoints() {
        var meeting = asSystem(() -> of(DemoCity.COUNCIL).getFirst());
        assertThat(meeting.state()).isEqualTo(MeetingState.CLOSED);

        var decision = asSystem(() -> resolutions.of(meeting.id())).stream()
                .filter(it -> it.question().startsWith(DemoPapers.HEAT_PLAN))
                .findFirst()
                .orElseThrow();

        assertThat(decision.outcome()).isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
        var poll = asSystem(() -> polls.poll(Objects.requireNonNull(decision.poll())));
        assertThat(poll.tally()).isEqualTo(new Tally(33, 0, 5));
        assertThat(poll.recused()).isZero();
        var points = ResolutionProposal.parse(Objects.requireNonNull(decision.proposal()))
                .points();
        assertThat(points).hasSize(8);
        assertThat(points.get(2).subPoints()).hasSize(7);
        assertThat(points).filteredOn(it -> it.responsible() != null).hasSizeGreaterThanOrEqualTo(5);
        assertThat(points.get(5).report())
                .hasToString("ReportDuty[recipient=Hauptausschuss, from=2026-10-01, repeated=true]");
    }

    @Test
    @DisplayName("has a next council meeting convened, with public, nested and non-public items, and one planned")
    void meetingsToCome() {
        var council = asSystem(() -> of(DemoCity.COUNCIL));

        assertThat(council)
                .extracting(MeetingSummary::state)
                .containsExactly(MeetingState.CLOSED, MeetingState.CONVENED, MeetingState.PLANNED);
        assertThat(council.get(1).startsAt()).isAfter(clock.instant().plus(Duration.ofDays(5)));
        var agenda = asSystem(() -> meetings.agenda(council.get(1).id()));
        assertThat(agenda).anyMatch(it -> it.depth() == 1).anyMatch(it -> !it.isPublic());
        assertThat(asSystem(() -> of(DemoCity.BUILDING_COMMITTEE)))
                .singleElement()
                .satisfies(it -> assertThat(asSystem(() -> resolutions.of(it.id())))
                        .extracting(Resolution::isPublic)
                        .containsExactly(true, false));
    }

    @Test
    @DisplayName("has a paper in eight points ready for the next agenda, with a PDF, and papers of every kind")
    void papersWait() {
        var all = asSystem(() -> papers.list(PaperQuery.all(100)));

        assertThat(all).hasSize(19).extracting(PaperSummary::type).contains(PaperType.values());
        assertThat(all)
                .filteredOn(it -> it.state() == PaperState.DRAFT)
                .extracting(PaperSummary::title)
                .containsExactly(
                        "Bäume für den Marktplatz",
                        "Radweg an der Uferstraße",
                        "Radweg vom Bahnhof zum Marktplatz",
                        DemoPapers.CEMETERY_FEES);
        assertThat(all).filteredOn(it -> !it.isPublic()).hasSize(2);
        var ready = all.stream()
                .filter(it -> it.title().equals(DemoPapers.DIGITAL_CITY))
                .findFirst()
                .orElseThrow();
        var page = asSystem(() -> papers.paper(ready.id()));
        assertThat(page.proposal().points()).hasSize(8);
        assertThat(page.proposal().points()).filteredOn(it -> it.due() != null).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.consultations()).allMatch(it -> it.item() == null);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(asSystem(() -> files.list(PaperFiles.owner(ready.id()))))
                        .singleElement()
                        .satisfies(it -> assertThat(it.pages()).isEqualTo(1)));
    }

    @Test
    @DisplayName("has arrived in the present, and loading it again changes nothing")
    void loadedOnce() {
        assertThat(clock.ahead().isNegative()).isFalse();
        var before = asSystem(() -> papers.list(PaperQuery.all(100)));
        var meetingsBefore = asSystem(() -> of(DemoCity.COUNCIL));

        contents.stream().sorted(Comparator.comparingInt(DemoContent::order)).forEach(DemoContent::load);

        assertThat(asSystem(() -> papers.list(PaperQuery.all(100)))).isEqualTo(before);
        assertThat(asSystem(() -> of(DemoCity.COUNCIL))).isEqualTo(meetingsBefore);
    }

    private List<MeetingSummary> of(OrganizationId organization) {
        var now = clock.instant();
        return meetings.calendar(
                List.of(organization), now.minus(Duration.ofDays(400)), now.plus(Duration.ofDays(400)));
    }

    private <T> T asSystem(Supplier<T> work) {
        return access.asSystem("test", work);
    }
}
