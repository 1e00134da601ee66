package de.ratssaal.meeting.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import de.ratssaal.IntegrationTest;
import de.ratssaal.distribution.TestInvitation;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@ViewPackages(packages = {"de.ratssaal.meeting.ui", "de.ratssaal.base.ui"})
@WithMockUser(authorities = {"ROLE_SECRETARIAT", "SYSTEM"})
@DisplayName("The views of a meeting")
class MeetingAddressesTest extends SpringBrowserlessTest {

    @Autowired
    OrganizationAdministration organizations;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"meetings/invitation/", "meetings/plan/"})
    @DisplayName("answer a broken address like one of a meeting that does not exist")
    void nothingThere(String path) {
        UI.getCurrent().setLocale(Locale.GERMAN);
        for (var wrong : new String[] {"nobody", "12", UUID.randomUUID().toString()}) {
            UI.getCurrent().navigate(path + wrong);

            assertThat($(H1.class).single().getText()).as(path + wrong).isEqualTo("Hier ist nichts");
        }
    }

    @Test
    @DisplayName("say until when to invite by the rules of the day for which a meeting is planned")
    @SuppressWarnings("unchecked")
    void rulesOfTheDay() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        var council = TestCouncil.of(3, context);
        var today = LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE);
        organizations.adoptRules(council.council(), RulesOfProcedure.ASSOCIATION, today.plusDays(40));
        navigate(PlanMeetingView.class);
        Select<OrganizationSummary> organization =
                $(Select.class).withCaption("Gremium").single();
        organization.setValue(
                context.getBean(de.ratssaal.organization.Councils.class).organization(council.council()));

        $(DatePicker.class).single().setValue(today.plusDays(39));
        assertThat(text()).contains("ThürKO § 35");

        $(DatePicker.class).single().setValue(today.plusDays(40));
        assertThat(text()).doesNotContain("ThürKO");
    }

    @Test
    @DisplayName(
            "say beforehand that everybody is invited anew when a convened meeting is moved to another day or forward")
    void movingAConvenedMeeting() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        var test = TestInvitation.of(3, context);
        UI.getCurrent().navigate(MeetingLinks.plan(test.meeting));
        var day = $(DatePicker.class).single();
        var start = $(TimePicker.class).withCaption("Beginn").single();
        start.setValue(LocalTime.of(16, 0));
        assertThat(text()).as("nobody was invited yet").doesNotContain("schon einberufen");

        test.convene();
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(MeetingLinks.plan(test.meeting));
        var held = $(DatePicker.class).single();
        var begin = $(TimePicker.class).withCaption("Beginn").single();
        assertThat(text()).as("nothing was changed yet").doesNotContain("schon einberufen");

        begin.setValue(LocalTime.of(16, 45));
        assertThat(text()).contains("werden alle 3 Eingeladenen neu eingeladen");
        begin.setValue(LocalTime.of(18, 0));
        assertThat(text()).contains("wird nicht neu eingeladen").doesNotContain("werden alle 3");
        held.setValue(day.getValue().plusDays(1));
        assertThat(text()).contains("werden alle 3 Eingeladenen neu eingeladen");
        held.setValue(day.getValue());
        begin.setValue(LocalTime.of(17, 0));
        assertThat(text()).as("it is as before again").doesNotContain("schon einberufen");
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
