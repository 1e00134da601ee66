package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.circular.CircularConduct;
import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.CircularLinks;
import de.ratssaal.circular.CircularStart;
import de.ratssaal.circular.Circulars;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperQuery;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.paper.ui.ProposalText;
import de.ratssaal.rules.Majority;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;

/** Beginning a circular resolution: what is asked, why it cannot wait, and until when it is answered. */
@Route(value = CircularLinks.NEW, layout = MainLayout.class)
@PermitAll
class BeginCircularView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_PAPERS = 200;
    private static final int USUAL_DAYS = 3;
    private static final LocalTime USUAL_TIME = LocalTime.NOON;

    private enum Source {
        PAPER,
        OWN
    }

    private final Circulars circulars;
    private final CircularConduct conduct;
    private final Councils councils;
    private final PaperShelf papers;
    private final Clock clock;
    /** A second press begins nothing twice. */
    private final CircularId id = CircularId.next();

    private final Select<OrganizationSummary> organization = new Select<>();
    private final RadioButtonGroup<Source> source = new RadioButtonGroup<>();
    private final ComboBox<PaperSummary> paper = new ComboBox<>();
    private final Div proposal = new Div();
    private final TextField title = new TextField();
    private final TextArea wording = new TextArea();
    private final TextArea reason = new TextArea();
    private final Checkbox isPublic = new Checkbox();
    private final DatePicker day = new DatePicker();
    private final TimePicker time = new TimePicker();
    private final Select<Majority> majority = new Select<>();
    private final Div rule = new Div();

    BeginCircularView(Circulars circulars, CircularConduct conduct, Councils councils, PaperShelf papers, Clock clock) {
        this.circulars = circulars;
        this.conduct = conduct;
        this.councils = councils;
        this.papers = papers;
        this.clock = clock;
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var choices = circulars.whereToBegin();
        if (choices.isEmpty()) {
            throw new AccessDeniedException("begins no circular resolution anywhere");
        }
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("circular.begin.subtitle"))
                                .above(getTranslation("circular.list"), CircularLinks.LIST),
                        form(choices));
        var asked = event.getLocation().getQueryParameters();
        organization.setValue(asked.getSingleParameter("organization")
                .flatMap(it -> choices.stream()
                        .filter(one -> one.id().toString().equals(it))
                        .findFirst())
                .orElse(choices.getFirst()));
        asked.getSingleParameter("paper")
                .flatMap(it -> paper.getListDataView()
                        .getItems()
                        .filter(one -> one.id().toString().equals(it))
                        .findFirst())
                .ifPresent(paper::setValue);
    }

    private Component form(List<OrganizationSummary> choices) {
        organization.setLabel(getTranslation("circular.begin.organization"));
        organization.setItems(choices);
        organization.setItemLabelGenerator(OrganizationSummary::name);
        organization.addValueChangeListener(change -> showOrganization());
        source.setLabel(getTranslation("circular.begin.source"));
        source.setItems(Source.values());
        source.setItemLabelGenerator(it -> getTranslation("circular.begin.source." + it));
        source.setValue(Source.PAPER);
        source.addValueChangeListener(change -> showSource());
        paper.setLabel(getTranslation("circular.begin.paper"));
        paper.setItemLabelGenerator(it -> it.number() + " " + it.title());
        paper.addValueChangeListener(change -> showProposal());
        proposal.addClassName("rs-circular-proposal");
        title.setLabel(getTranslation("circular.begin.title"));
        wording.setLabel(getTranslation("circular.wording"));
        wording.setMinRows(4);
        reason.setLabel(getTranslation("circular.reason"));
        reason.setHelperText(getTranslation("circular.begin.reason-help"));
        reason.setMinRows(2);
        reason.setRequiredIndicatorVisible(true);
        isPublic.setLabel(getTranslation("circular.begin.public"));
        day.setLabel(getTranslation("circular.begin.day"));
        day.setI18n(DateTexts.of(this));
        day.setLocale(CircularRows.language(this));
        time.setLabel(getTranslation("circular.begin.time"));
        time.setStep(Duration.ofMinutes(30));
        time.setLocale(CircularRows.language(this));
        majority.setLabel(getTranslation("circular.majority"));
        majority.setItems(Majority.values());
        majority.setItemLabelGenerator(it -> getTranslation("organization.rules.majority." + it));
        rule.addClassName("rs-hint");
        rule.getElement().setAttribute("role", "status");
        var period = new Div(day, time);
        period.addClassName("rs-fields-row");
        var begin = new Button(getTranslation("circular.begin.ask"), click -> ask());
        begin.addThemeNames("primary");
        var actions = new Div(begin);
        actions.addClassName("rs-actions");
        var form = new Div(
                organization,
                rule,
                source,
                paper,
                proposal,
                title,
                wording,
                reason,
                period,
                majority,
                isPublic,
                actions);
        form.addClassNames("rs-form", "rs-card");
        return form;
    }

    private void showOrganization() {
        var chosen = organization.getValue();
        var rules = councils.rules(chosen.id());
        var needed = rules.circular().agreement().leastReaching(chosen.legalStrength());
        rule.setText(
                rules.circular().allowed()
                        ? getTranslation(
                                "circular.progress.rule",
                                needed,
                                chosen.legalStrength(),
                                rules.circular().source().toString())
                        : getTranslation(
                                "base.refusal.with-source",
                                getTranslation("circular.begin.not-allowed"),
                                rules.circular().source().toString()));
        majority.setValue(rules.majority().usual());
        isPublic.setValue(rules.publicity().meetingsArePublic());
        isPublic.setEnabled(rules.publicity().meetingsArePublic());
        day.setValue(LocalDate.ofInstant(clock.instant(), zone())
                .plusDays(Math.max(USUAL_DAYS, rules.circular().minimumDays() + 1L)));
        time.setValue(USUAL_TIME);
        paper.setItems(papers.list(new PaperQuery("", null, PaperState.RELEASED, null, null, MOST_PAPERS)).stream()
                .filter(it -> it.body().equals(chosen.body()))
                .toList());
        showSource();
    }

    private void showSource() {
        var fromPaper = source.getValue() == Source.PAPER;
        paper.setVisible(fromPaper);
        title.setVisible(!fromPaper);
        wording.setVisible(!fromPaper);
        showProposal();
    }

    private void showProposal() {
        proposal.removeAll();
        var chosen = paper.getValue();
        proposal.setVisible(source.getValue() == Source.PAPER && chosen != null);
        if (chosen != null) {
            papers.versions(chosen.id()).stream()
                    .findFirst()
                    .ifPresent(it -> proposal.add(new ProposalText(it.proposal())));
            if (!chosen.isPublic()) {
                isPublic.setValue(false);
            }
        }
    }

    private ZoneId zone() {
        return councils.body(organization.getValue().body()).zone();
    }

    private void ask() {
        var start = start();
        var ends = start.endsAt().atZone(zone());
        ConfirmAction.ask(
                getTranslation("circular.begin.question"),
                getTranslation(
                        "circular.begin.consequence", organization.getValue().name(), CircularRows.moment(this, ends)),
                getTranslation("circular.begin.ask"),
                () -> {
                    conduct.begin(id, start);
                    Notice.success(getTranslation("circular.begin.done"));
                    getUI().ifPresent(ui -> ui.navigate(CircularLinks.circular(id)));
                });
    }

    private CircularStart start() {
        if (day.isEmpty() || time.isEmpty()) {
            throw new Refusal("circular.begin.end-missing");
        }
        var chosen = paper.getValue();
        var fromPaper = source.getValue() == Source.PAPER;
        if (fromPaper && chosen == null) {
            throw new Refusal("circular.begin.paper-missing");
        }
        return new CircularStart(
                organization.getValue().id(),
                fromPaper && chosen != null ? chosen.id() : null,
                title.getValue(),
                wording.getValue(),
                reason.getValue(),
                isPublic.getValue(),
                majority.getValue(),
                day.getValue().atTime(time.getValue()).atZone(zone()).toInstant());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("circular.begin");
    }
}
