package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R5: An item was left undecided for lack of quorum")
class LeftUndecidedTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    LeftUndecided undecided;

    @Test
    @DisplayName("if a member and their substitute, who have one vote between them, would have made the majority")
    void memberAndSubstituteCountOnce() {
        var meeting = TestMeeting.open(5, 2, context);
        var substitute = meeting.appointSubstituteFor(meeting.member(1));
        meeting.arrive(substitute, Place.ROOM);

        assertThat(leftUndecided(meeting)).contains(meeting.item());
    }

    @Test
    @DisplayName("but not if the substitute stood in for somebody who was absent")
    void aSubstituteForSomebodyAbsent() {
        var meeting = TestMeeting.open(5, 2, context);
        var substitute = meeting.appointSubstituteFor(meeting.member(4));
        meeting.isEntered(substitute, Place.ROOM);

        assertThat(leftUndecided(meeting)).isEmpty();
    }

    private List<AgendaItemId> leftUndecided(TestMeeting meeting) {
        Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), meeting.revision()));
        return undecided.leftUndecided(meeting.id()).stream()
                .map(AgendaItemSummary::id)
                .toList();
    }
}
