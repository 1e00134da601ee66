package de.ratssaal.chamber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R17: Who watches a meeting")
class BoardsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Boards boards;

    @Autowired
    MovableClock clock;

    @Test
    @DisplayName("is no longer shown what is not public once their membership has ended")
    void aMembershipEnds() {
        var meeting = TestMeeting.open(5, 4, context);
        var adviser = TestCouncil.person(context);
        var membership =
                TestCouncil.join(meeting.council().council(), adviser, MembershipRole.ADVISORY_MEMBER, context);
        var shown = new CopyOnWriteArrayList<Board>();
        try (var watch = Acting.as(adviser, () -> boards.watch(meeting.id(), shown::add))) {
            assertThat(watch).isNotNull();
            meeting.call(meeting.nonPublic());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(shown).anyMatch(it -> !it.isBehindClosedDoors() && hasNonPublic(it)));

            var today = clock.instant().atZone(TestCouncil.ZONE).toLocalDate();
            context.getBean(Access.class)
                    .asSystem(
                            "test",
                            () -> context.getBean(MembershipAdministration.class)
                                    .end(membership, today.minusDays(1)));
            clock.putForwardTo(clock.instant().plus(Boards.RIGHTS_ARE_ASKED_AGAIN_AFTER));
            shown.clear();
            meeting.arrive(meeting.member(4), Place.ROOM);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(shown).anyMatch(it -> it.countPresent() == 5));
            assertThat(shown).allMatch(Board::isBehindClosedDoors).noneMatch(BoardsTest::hasNonPublic);
        }
    }

    private static boolean hasNonPublic(Board board) {
        return !board.agenda().stream().allMatch(AgendaItemSummary::isPublic);
    }
}
