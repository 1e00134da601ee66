package de.ratssaal.chamber.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.IntegrationTest;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.TestCouncil;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@ViewPackages(packages = {"de.ratssaal.chamber.ui", "de.ratssaal.base.ui"})
@WithMockUser(authorities = {"ROLE_SECRETARIAT", "SYSTEM"})
@DisplayName("The page of a meeting")
class MeetingViewTest extends SpringBrowserlessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("that was called off says why")
    void calledOff() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        var meeting = planning.plan(
                TestCouncil.of(3, context).council(),
                new MeetingPlan(
                        "Sitzung", MeetingMode.IN_PERSON, clock.instant().plus(Duration.ofDays(7)), null, "Saal", ""));
        planning.cancel(meeting, "Sturmschaden am Rathaus");

        navigate(MeetingLinks.meeting(meeting), MeetingView.class);

        assertThat($(Paragraph.class).all().stream().map(Paragraph::getText))
                .contains("Grund: Sturmschaden am Rathaus");
    }
}
