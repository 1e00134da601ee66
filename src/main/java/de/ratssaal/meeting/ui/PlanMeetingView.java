package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingMove;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PlanAdvice;
import de.ratssaal.meeting.PlanAdvice.PlannedTime;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** When, where and how a meeting is to be held. */
@Route(value = MeetingLinks.PLAN, layout = MainLayout.class)
@RolesAllowed("SECRETARIAT")
class PlanMeetingView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final MeetingPlanning planning;
    private final Meetings meetings;
    private final Invitations invitations;
    private final Councils councils;
    private final Access access;
    private final Clock clock;
    private final List<PlanAdvice> advisers;

    private final Select<OrganizationSummary> organization = new Select<>();
    private final TextField title = new TextField();
    private final RadioButtonGroup<MeetingMode> mode = new RadioButtonGroup<>();
    private final DatePicker day = new DatePicker();
    private final TimePicker start = new TimePicker();
    private final TimePicker end = new TimePicker();
    private final TextField place = new TextField();
    private final TextField publicAccess = new TextField();
    private final Paragraph period = new Paragraph();
    private final Paragraph move = new Paragraph();
    private final Div advice = new Div();
    private @Nullable MeetingId planned;
    private @Nullable MeetingSummary convened;

    PlanMeetingView(
            MeetingPlanning planning,
            Meetings meetings,
            Invitations invitations,
            Councils councils,
            Access access,
            Clock clock,
            ObjectProvider<PlanAdvice> advisers) {
        this.planning = planning;
        this.meetings = meetings;
        this.invitations = invitations;
        this.councils = councils;
        this.access = access;
        this.clock = clock;
        this.advisers = advisers.orderedStream().toList();
        getContent().addClassName("rs-page");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String id) {
        planned = id == null ? null : Address.meeting(id);
        convened = null;
        getContent().removeAll();
        getContent().add(new H1(getPageTitle()), form());
        fill();
        updatePeriod();
        updateMode();
    }

    private Div form() {
        organization.setLabel(getTranslation("meeting.plan.organization"));
        organization.setItemLabelGenerator(OrganizationSummary::name);
        organization.setItems(organizations());
        title.setLabel(getTranslation("meeting.plan.title"));
        title.setHelperText(getTranslation("meeting.plan.title-help"));
        mode.setLabel(getTranslation("meeting.plan.mode"));
        mode.setItems(MeetingMode.values());
        mode.setItemLabelGenerator(it -> getTranslation("meeting.mode." + it));
        mode.addValueChangeListener(change -> updateMode());
        day.setLabel(getTranslation("meeting.plan.day"));
        day.setI18n(DateTexts.of(this));
        day.setLocale(getLocale());
        start.setLabel(getTranslation("meeting.plan.start"));
        start.setStep(Duration.ofMinutes(15));
        start.setLocale(getLocale());
        end.setLabel(getTranslation("meeting.plan.end"));
        end.setStep(Duration.ofMinutes(15));
        end.setLocale(getLocale());
        end.setClearButtonVisible(true);
        place.setLabel(getTranslation("meeting.plan.place"));
        publicAccess.setLabel(getTranslation("meeting.plan.public-access"));
        publicAccess.setHelperText(getTranslation("meeting.plan.public-access-help"));
        organization.addValueChangeListener(change -> updatePeriod());
        day.addValueChangeListener(change -> updatePeriod());
        start.addValueChangeListener(change -> {
            updateAdvice();
            updateMove();
        });
        end.addValueChangeListener(change -> updateAdvice());
        place.addValueChangeListener(change -> updateAdvice());
        advice.addClassName("rs-plan-advice");
        advice.getElement().setAttribute("role", "status");
        period.addClassName("rs-hint");
        period.getElement().setAttribute("role", "status");
        move.addClassName("rs-hint");
        move.getElement().setAttribute("role", "status");
        var times = new Div(day, start, end);
        times.addClassName("rs-fields-row");
        var save = new Button(getTranslation("meeting.plan.save"), click -> save());
        save.addThemeNames("primary");
        var cancel = new Button(getTranslation("meeting.plan.cancel"), click -> leave());
        var actions = new Div(save, cancel);
        actions.addClassName("rs-actions");
        var form = new Div(organization, title, mode, times, period, move, place, publicAccess, advice, actions);
        form.addClassNames("rs-form", "rs-card");
        return form;
    }

    private List<OrganizationSummary> organizations() {
        return councils.bodies().stream()
                .flatMap(body -> councils.organizations(body.id()).stream())
                .filter(it -> it.classification().meets())
                .filter(it -> access.has(it.id(), Role.SECRETARIAT))
                .toList();
    }

    private void fill() {
        if (planned == null) {
            organizations().stream().findFirst().ifPresent(organization::setValue);
            mode.setValue(MeetingMode.IN_PERSON);
            start.setValue(LocalTime.of(17, 0));
            return;
        }
        var before = meetings.meeting(planned);
        convened = before.state() == MeetingState.CONVENED ? before : null;
        organizations().stream()
                .filter(it -> it.id().equals(before.organization()))
                .findFirst()
                .ifPresent(organization::setValue);
        organization.setReadOnly(true);
        title.setValue(before.title());
        mode.setValue(before.mode());
        day.setValue(before.day());
        start.setValue(before.start().toLocalTime());
        if (before.endsAt() != null) {
            end.setValue(before.endsAt().atZone(before.zone()).toLocalTime());
        }
        place.setValue(before.place());
        publicAccess.setValue(before.publicAccess());
    }

    private void updateMode() {
        var digital = mode.getValue() == MeetingMode.DIGITAL;
        place.setVisible(!digital);
        publicAccess.setVisible(mode.getValue() != MeetingMode.IN_PERSON);
    }

    /** Says until when the invitation has to arrive, while the day is being chosen. */
    private void updatePeriod() {
        updateAdvice();
        updateMove();
        var chosen = organization.getValue();
        var date = day.getValue();
        if (chosen == null || date == null) {
            period.setText(getTranslation("meeting.plan.period-unknown"));
            return;
        }
        var rule = councils.rules(chosen.id(), date).invitation();
        var latest = rule.latestDelivery(date, false);
        var today = LocalDate.ofInstant(clock.instant(), zone(chosen));
        period.setText(getTranslation(
                today.isAfter(latest) ? "meeting.plan.period-missed" : "meeting.plan.period",
                latest,
                rule.source().toString()));
    }

    /** Says what it means for those who are invited already, before it is saved. */
    private void updateMove() {
        var before = convened;
        if (before == null || day.getValue() == null || start.getValue() == null) {
            move.setText("");
            return;
        }
        var to = new MeetingMove(before.startsAt(), at(day.getValue(), start.getValue(), before.zone()), before.zone());
        if (to.isNone()) {
            move.setText("");
        } else if (to.invitesAnew()) {
            var invited = invitations.of(before.id()).stream()
                    .filter(Invitation::isStanding)
                    .count();
            move.setText(getTranslation("meeting.plan.move-invites", invited));
        } else {
            move.setText(getTranslation("meeting.plan.move-later"));
        }
    }

    /** What stands in the way of the time, while it is being chosen. */
    private void updateAdvice() {
        advice.removeAll();
        var chosen = organization.getValue();
        if (chosen == null || day.getValue() == null || start.getValue() == null) {
            return;
        }
        var zone = zone(chosen);
        var time = new PlannedTime(
                chosen.id(),
                at(day.getValue(), start.getValue(), zone),
                end.getValue() == null ? null : at(day.getValue(), end.getValue(), zone),
                place.getValue(),
                planned);
        advisers.stream()
                .flatMap(it -> it.of(time).stream())
                .forEach(it -> advice.add(new StatusBadge(
                        it.isConflict() ? Tone.WARNING : Tone.INFO,
                        it.isConflict() ? Symbol.WARNING : Symbol.INFO,
                        getTranslation(it.key(), it.arguments().toArray()))));
    }

    private void save() {
        var chosen = organization.getValue();
        day.setInvalid(day.getValue() == null);
        day.setErrorMessage(getTranslation("meeting.plan.day-missing"));
        start.setInvalid(start.getValue() == null);
        start.setErrorMessage(getTranslation("meeting.plan.start-missing"));
        title.setInvalid(title.getValue().isBlank());
        title.setErrorMessage(getTranslation("meeting.plan.title-missing"));
        var placeMissing =
                mode.getValue() != MeetingMode.DIGITAL && place.getValue().isBlank();
        place.setInvalid(placeMissing);
        place.setErrorMessage(getTranslation("meeting.plan.place-missing"));
        if (chosen == null || day.isInvalid() || start.isInvalid() || title.isInvalid() || placeMissing) {
            return;
        }
        var zone = zone(chosen);
        var plan = new MeetingPlan(
                title.getValue(),
                mode.getValue(),
                at(day.getValue(), start.getValue(), zone),
                end.getValue() == null ? null : at(day.getValue(), end.getValue(), zone),
                mode.getValue() == MeetingMode.DIGITAL ? "" : place.getValue(),
                mode.getValue() == MeetingMode.IN_PERSON ? "" : publicAccess.getValue());
        if (planned == null) {
            planned = planning.plan(chosen.id(), plan);
        } else {
            planning.replan(planned, plan);
        }
        leave();
    }

    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(planned == null ? MeetingLinks.CALENDAR : MeetingLinks.meeting(planned)));
    }

    private ZoneId zone(OrganizationSummary of) {
        return councils.body(of.body()).zone();
    }

    private static Instant at(LocalDate date, LocalTime time, ZoneId zone) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    @Override
    public String getPageTitle() {
        return getTranslation(planned == null ? "meeting.plan.new" : "meeting.plan.change");
    }
}
