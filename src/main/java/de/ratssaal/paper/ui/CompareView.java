package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperWording;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.ProposalDifference;
import de.ratssaal.paper.TextDifference;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two wordings of a paper beside each other. The address says which. */
@Route(value = PaperLinks.LIST + "/:" + Address.PAPER + "/compare", layout = MainLayout.class)
@PermitAll
class CompareView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final PaperShelf shelf;
    private final PaperWordings wordings;
    private final Councils councils;
    private @Nullable PaperPage shown;

    CompareView(PaperShelf shelf, PaperWordings wordings, Councils councils) {
        this.shelf = shelf;
        this.wordings = wordings;
        this.councils = councils;
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var page = shelf.paper(Address.paper(event));
        shown = page;
        var paper = page.paper();
        getContent().removeAll();
        getContent()
                .add(new PageHeader(getTranslation("paper.compare.title"), getTranslation("paper.compare.subtitle"))
                        .above(getTranslation("paper.menu"), PaperLinks.LIST)
                        .above(paper.number() + " " + paper.title(), PaperLinks.paper(paper.id())));
        var all = wordings.of(paper.id());
        if (all.size() < 2) {
            getContent()
                    .add(new EmptyState(
                            Symbol.PAPER,
                            getTranslation("paper.compare.only-one"),
                            getTranslation("paper.compare.only-one-text")));
            return;
        }
        var from = named(event, "from", all).orElse(all.get(all.size() - 2));
        var to = named(event, "to", all).orElse(all.getLast());
        getContent().add(choice(page, all, from, to));
        compare(from, to);
    }

    private static Optional<PaperWording> named(BeforeEnterEvent event, String parameter, List<PaperWording> all) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(parameter)
                .flatMap(key -> all.stream().filter(it -> it.key().equals(key)).findFirst());
    }

    private Component choice(PaperPage page, List<PaperWording> all, PaperWording from, PaperWording to) {
        var zone = councils.body(page.paper().body()).zone();
        var before = select("paper.compare.from", all, from, zone);
        var after = select("paper.compare.to", all, to, zone);
        before.addValueChangeListener(change -> go(page, change.getValue(), after.getValue()));
        after.addValueChangeListener(change -> go(page, before.getValue(), change.getValue()));
        var row = new Div(before, after);
        row.addClassNames("rs-fields-row", "rs-compare-choice");
        return row;
    }

    private Select<PaperWording> select(String key, List<PaperWording> all, PaperWording chosen, ZoneId zone) {
        var select = new Select<PaperWording>();
        select.setLabel(getTranslation(key));
        select.setItems(all);
        select.setItemLabelGenerator(it -> name(it, zone));
        select.setValue(chosen);
        select.addClassName("rs-grow");
        return select;
    }

    private String name(PaperWording wording, ZoneId zone) {
        return wording.item() == null
                ? getTranslation(
                        "paper.compare.version", wording.version(), wording.at().atZone(zone))
                : getTranslation("paper.compare.for-meeting", wording.meeting(), wording.version());
    }

    private static void go(PaperPage page, @Nullable PaperWording from, @Nullable PaperWording to) {
        if (from != null && to != null) {
            UI.getCurrent()
                    .navigate(
                            PaperLinks.compare(page.paper().id()),
                            QueryParameters.simple(Map.of("from", from.key(), "to", to.key())));
        }
    }

    private void compare(PaperWording from, PaperWording to) {
        var facts = new Div();
        facts.addClassName("rs-compare-facts");
        addIfChanged(facts, "paper.write.title", TextDifference.between(from.title(), to.title()));
        addIfChanged(facts, "paper.write.originator", TextDifference.between(from.originator(), to.originator()));
        var proposal = ProposalDifference.between(from.proposal(), to.proposal());
        var reasons = TextDifference.between(from.reasons(), to.reasons());
        if (facts.getComponentCount() > 0) {
            getContent().add(new Card(getTranslation("paper.write.facts"), facts));
        }
        var wording = new Card(getTranslation("paper.page.proposal"));
        if (proposal.isEmpty()) {
            wording.add(new Paragraph(getTranslation("paper.compare.proposal-same")));
        }
        wording.add(new ProposalComparison(proposal));
        getContent().add(wording);
        if (!from.reasons().isEmpty() || !to.reasons().isEmpty()) {
            getContent()
                    .add(new Card(
                            getTranslation("paper.page.reasons"),
                            reasons.isEmpty()
                                    ? new Paragraph(getTranslation("paper.compare.reasons-same"))
                                    : ProposalComparison.sides(reading -> new TextComparison(reasons, reading))));
        }
    }

    private void addIfChanged(Div facts, String key, TextDifference difference) {
        if (!difference.isEmpty()) {
            facts.add(
                    new H3(getTranslation(key)),
                    ProposalComparison.sides(reading -> new TextComparison(difference, reading)));
        }
    }

    @Override
    public String getPageTitle() {
        var page = shown;
        return page == null
                ? getTranslation("paper.compare.title")
                : getTranslation("paper.compare.title") + " " + page.paper().number();
    }
}
