package de.ratssaal.paper;

import static de.ratssaal.paper.TestPapers.as;
import static de.ratssaal.paper.TestPapers.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
@DisplayName("An item of the non-public part")
class KeptFromPublicTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PaperRouting routing;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Meetings meetings;

    @Test
    @DisplayName("stays there as long as a non-public paper is on it")
    void staysNonPublic() {
        var test = new TestPapers(context);
        var paper = test.released(content("Verkauf", false, "Verkauft wird."));
        var meeting = test.meetingOf(test.council);
        var item = test.itemOf(meeting, false);
        as(test.clerk, () -> routing.putOnAgenda(paper, item, ConsultationRole.DECISION));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(test.clerk, () -> planning.moveItem(meeting, item, null, true, 0)))
                .withMessage("paper.agenda.non-public-paper");
        assertThat(as(test.clerk, () -> meetings.agenda(meeting)).getFirst().isPublic())
                .isFalse();

        as(test.clerk, () -> routing.takeOffAgenda(paper, item));
        as(test.clerk, () -> planning.moveItem(meeting, item, null, true, 0));
        assertThat(as(test.clerk, () -> meetings.agenda(meeting)).getFirst().isPublic())
                .isTrue();
    }
}
