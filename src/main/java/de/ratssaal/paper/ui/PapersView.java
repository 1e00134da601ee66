package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperQuery;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.paper.PaperType;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** All papers that whoever is signed in may see, the latest first, with where each is on its way. */
@Route(value = PaperLinks.LIST, layout = MainLayout.class)
@PermitAll
@Menu(title = "paper.menu", order = 20, icon = "paper")
class PapersView extends Composite<Div> implements HasDynamicTitle {

    private static final int AT_ONCE = 25;

    private final PaperShelf shelf;
    private final Councils councils;
    private final Meetings meetings;
    private final Kinds kinds;
    private final TextField text = new TextField();
    private final Select<PaperType> type = new Select<>();
    private final Select<PaperState> state = new Select<>();
    private final Select<OrganizationSummary> organization = new Select<>();
    private final UnorderedList rows = new UnorderedList();
    private final Div below = new Div();

    PapersView(PaperShelf shelf, Councils councils, Meetings meetings, Kinds kinds) {
        this.shelf = shelf;
        this.councils = councils;
        this.meetings = meetings;
        this.kinds = kinds;
        rows.addClassName("rs-rows");
        getContent().addClassName("rs-page");
        getContent().add(header(), filter(), rows, below);
        show();
    }

    private Component header() {
        var header = new PageHeader(getPageTitle(), getTranslation("paper.list.subtitle"));
        if (shelf.mayDraft()) {
            header.actions(ButtonLink.primary(PaperLinks.NEW, Symbol.ADD, getTranslation("paper.new")));
        }
        return header;
    }

    private Component filter() {
        text.setLabel(getTranslation("paper.list.search"));
        text.setPlaceholder(getTranslation("paper.list.search-placeholder"));
        text.setPrefixComponent(Symbol.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addClassName("rs-grow");
        text.addValueChangeListener(change -> show());
        choice(type, "paper.list.type", "paper.type.", PaperType.values());
        type.setItemLabelGenerator(it -> it == null ? getTranslation("paper.list.any") : kinds.of(this, it));
        choice(state, "paper.list.state", "paper.state.", PaperState.values());
        organization.setLabel(getTranslation("paper.list.organization"));
        organization.setEmptySelectionAllowed(true);
        organization.setEmptySelectionCaption(getTranslation("paper.list.any"));
        organization.setItemLabelGenerator(it -> it == null ? getTranslation("paper.list.any") : it.name());
        organization.setItems(councils.bodies().stream()
                .flatMap(it -> councils.organizations(it.id()).stream())
                .filter(it -> it.classification().meets())
                .toList());
        organization.addValueChangeListener(change -> show());
        var filter = new Div(text, type, state, organization);
        filter.addClassName("rs-filter");
        filter.getElement().setAttribute("role", "search");
        return filter;
    }

    @SafeVarargs
    private <E extends Enum<E>> void choice(Select<E> select, String label, String prefix, E... values) {
        select.setLabel(getTranslation(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("paper.list.any"));
        select.setItemLabelGenerator(it -> getTranslation(it == null ? "paper.list.any" : prefix + it));
        select.setItems(values);
        select.addValueChangeListener(change -> show());
    }

    private void show() {
        rows.removeAll();
        showMore(null);
        rows.setVisible(rows.getComponentCount() > 0);
        if (rows.getComponentCount() == 0) {
            below.add(empty());
        }
    }

    private void showMore(@Nullable PaperSummary after) {
        below.removeAll();
        var chosen = organization.getValue();
        var found = shelf.list(new PaperQuery(
                text.getValue(),
                type.getValue(),
                state.getValue(),
                chosen == null ? null : chosen.id(),
                after,
                AT_ONCE + 1));
        found.stream().limit(AT_ONCE).forEach(it -> rows.add(new ListItem(row(it))));
        if (found.size() > AT_ONCE) {
            var last = found.get(AT_ONCE - 1);
            below.add(new Button(getTranslation("paper.list.more"), click -> showMore(last)));
        }
    }

    private Component row(PaperSummary paper) {
        var number = new Span(paper.number().toString());
        number.addClassName("rs-paper-number");
        var title = new Span(paper.title());
        title.addClassName("rs-row-title");
        var by = paper.originator().isEmpty()
                ? councils.organization(paper.organization()).name()
                : paper.originator();
        var words = new Span(title, new Span(getTranslation("paper.list.row", kinds.of(this, paper), by)));
        where(paper, words);
        words.addClassName("rs-row-words");
        var link = new Anchor(PaperLinks.paper(paper.id()), number, words);
        Badges.of(this, paper).forEach(link::add);
        link.addClassName("rs-row");
        return link;
    }

    private void where(PaperSummary paper, Span words) {
        if (paper.state() != PaperState.RELEASED) {
            return;
        }
        var stations = shelf.find(paper.id())
                .map(it -> Station.of(it.consultations(), councils, meetings))
                .orElse(java.util.List.of());
        if (!stations.isEmpty()) {
            words.add(new Span(
                    Station.next(stations).map(this::where).orElseGet(() -> getTranslation("paper.list.deliberated"))));
        }
    }

    private String where(Station station) {
        var meeting = station.meeting();
        return meeting == null
                ? getTranslation("paper.list.next", station.organization())
                : getTranslation("paper.list.next-on", station.organization(), meeting.day());
    }

    private Component empty() {
        var all = text.isEmpty() && type.isEmpty() && state.isEmpty() && organization.isEmpty();
        return all
                ? new EmptyState(
                        Symbol.PAPER,
                        getTranslation("paper.list.empty"),
                        getTranslation(shelf.mayDraft() ? "paper.list.empty-draft" : "paper.list.empty-text"))
                : new EmptyState(
                        Symbol.SEARCH,
                        getTranslation("paper.list.nothing-found"),
                        getTranslation("paper.list.nothing-found-text"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("paper.menu");
    }
}
