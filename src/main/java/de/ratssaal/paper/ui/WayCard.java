package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Timeline;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.ConsultationId;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PlannedWay;
import de.ratssaal.paper.SequenceFault;
import de.ratssaal.paper.StationResult;
import de.ratssaal.paper.StationResults;
import de.ratssaal.paper.WayPlanning;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A paper's way through the organizations: where it was with what came of it, where it will come and when. Who prepares the
 * paper plans the way here.
 */
class WayCard extends Card {

    private final PaperId paper;
    private final boolean mayPlan;
    private final PaperRouting routing;
    private final WayPlanning planning;
    private final @Nullable StationResults results;
    private final Runnable changed;
    private final PlannedWay planned;

    /**
     * @param others organizations that could deliberate it
     * @param changed told when the way was changed
     */
    WayCard(
            PaperPage page,
            List<Station> stations,
            List<OrganizationSummary> others,
            PaperRouting routing,
            WayPlanning planning,
            @Nullable StationResults results,
            Runnable changed) {
        super("");
        this.paper = page.paper().id();
        this.mayPlan = page.mayRelease();
        this.routing = routing;
        this.planning = planning;
        this.results = results;
        this.changed = changed;
        this.planned = mayPlan ? planning.propose(paper) : new PlannedWay(Map.of(), Map.of(), List.of());
        setTitle(getTranslation("paper.page.way"));
        if (stations.isEmpty()) {
            add(new Paragraph(getTranslation("paper.page.no-way")));
        } else {
            var timeline = new Timeline();
            for (var place = 0; place < stations.size(); place++) {
                add(timeline, stations.get(place), place, stations.size());
            }
            add(timeline);
        }
        if (mayPlan) {
            add(adding(others));
        }
    }

    private void add(Timeline timeline, Station station, int place, int count) {
        var consultation = station.consultation();
        var more = new ArrayList<Component>();
        more.add(new StatusBadge(
                Tone.NEUTRAL,
                consultation.role().votes() ? Symbol.VOTE : Symbol.SPEECH,
                getTranslation("paper.consultation.role." + consultation.role())));
        result(station).ifPresent(it -> more.add(result(it)));
        var meeting = station.meeting();
        var item = station.item();
        if (meeting != null) {
            more.add(new Anchor(
                    MeetingLinks.meeting(meeting.id()),
                    item == null ? meeting.title() : meeting.title() + ", " + item.number()));
            result(station).map(StationResult::wording).ifPresent(it -> more.add(adopted(it)));
        } else if (mayPlan) {
            more.add(when(station));
        }
        faults(consultation.id())
                .forEach(it -> more.add(
                        new StatusBadge(Tone.WARNING, Symbol.WARNING, getTranslation("paper.way.fault." + it.kind()))));
        if (mayPlan && meeting == null) {
            more.add(tools(station, place, count));
        }
        timeline.add(station.step(), when(station, meeting), station.organization(), more.toArray(Component[]::new));
    }

    private String when(Station station, @Nullable MeetingSummary meeting) {
        if (meeting != null) {
            return day(meeting.day());
        }
        var proposed = planned.proposed().get(station.consultation().id());
        return proposed == null
                ? getTranslation("paper.way.open")
                : getTranslation("paper.way.proposed", day(proposed.day()));
    }

    private Optional<StationResult> result(Station station) {
        var meeting = station.meeting();
        var item = station.item();
        return results == null || meeting == null || item == null
                ? Optional.empty()
                : results.of(meeting.id(), item.id());
    }

    private Component result(StationResult result) {
        var outcome = getTranslation("paper.way.outcome." + result.outcome());
        var votes = result.yes() == null
                ? outcome
                : getTranslation(
                        "paper.way.votes",
                        outcome,
                        result.yes(),
                        result.no() == null ? 0 : result.no(),
                        result.abstentions() == null ? 0 : result.abstentions());
        return new StatusBadge(Tone.SUCCESS, Symbol.DECISION, votes);
    }

    private Component adopted(String wording) {
        var text = new Div();
        text.addClassName("rs-prose");
        wording.lines().map(Paragraph::new).forEach(text::add);
        return new Details(getTranslation("paper.way.adopted-wording"), text);
    }

    /** For which meeting the station is meant; what is proposed holds as long as nobody says so. */
    private Component when(Station station) {
        var id = station.consultation().id();
        var possible = planned.possible().getOrDefault(id, List.of());
        var choice = new Select<MeetingSummary>();
        choice.setAriaLabel(getTranslation("paper.way.meant-for", station.organization()));
        choice.setItems(possible);
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(getTranslation("paper.way.not-meant"));
        choice.setItemLabelGenerator(it -> it == null
                ? getTranslation("paper.way.not-meant")
                : getTranslation("paper.way.meant", day(it.day()), it.title()));
        choice.addClassName("rs-way-choice");
        possible.stream()
                .filter(it -> it.id().equals(station.consultation().meantFor()))
                .findFirst()
                .ifPresent(choice::setValue);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                var chosen = change.getValue();
                planning.meanFor(paper, id, chosen == null ? null : chosen.id());
                changed.run();
            }
        });
        var row = new Div(choice);
        var proposed = planned.proposed().get(id);
        if (choice.isEmpty() && proposed != null) {
            var take =
                    new Button(getTranslation("paper.way.take", day(proposed.day())), Symbol.CHECK.create(), click -> {
                        planning.meanFor(paper, id, proposed.id());
                        changed.run();
                    });
            take.addThemeNames("small");
            row.add(take);
        }
        row.addClassName("rs-way-when");
        return row;
    }

    private List<SequenceFault> faults(ConsultationId station) {
        return planned.faults().stream()
                .filter(it -> it.station().equals(station))
                .toList();
    }

    private Component tools(Station station, int place, int count) {
        var id = station.consultation().id();
        var tools = new Span(
                tool(Symbol.UP, "paper.way.up", station, place > 0, () -> routing.move(paper, id, place - 1)),
                tool(
                        Symbol.DOWN,
                        "paper.way.down",
                        station,
                        place < count - 1,
                        () -> routing.move(paper, id, place + 1)),
                tool(Symbol.CLOSE, "paper.way.drop", station, true, () -> routing.drop(paper, id)));
        tools.addClassName("rs-row-tools");
        return tools;
    }

    private Component tool(Symbol symbol, String key, Station station, boolean possible, Runnable step) {
        var button = new Button(symbol.create(), click -> {
            step.run();
            changed.run();
        });
        button.addThemeNames("tertiary", "icon", "small");
        var label = getTranslation(key, station.organization());
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.setEnabled(possible);
        return button;
    }

    private Component adding(List<OrganizationSummary> others) {
        var with = new Select<OrganizationSummary>();
        with.setLabel(getTranslation("paper.way.organization"));
        with.setItemLabelGenerator(OrganizationSummary::name);
        with.setItems(others);
        with.addClassName("rs-grow");
        var role = new Select<ConsultationRole>();
        role.setLabel(getTranslation("paper.way.role"));
        role.setItems(ConsultationRole.values());
        role.setItemLabelGenerator(it -> getTranslation("paper.consultation.role." + it));
        role.setValue(ConsultationRole.ADVICE);
        var add = new Button(getTranslation("paper.way.add"), Symbol.ADD.create(), click -> {
            if (with.getValue() != null) {
                routing.plan(paper, with.getValue().id(), role.getValue());
                changed.run();
            }
        });
        var row = new Div(with, role, add);
        row.addClassName("rs-fields-row");
        return row;
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .format(day);
    }
}
