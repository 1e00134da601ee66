package de.ratssaal.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.Councils;
import de.ratssaal.search.Asked;
import de.ratssaal.search.Search;
import de.ratssaal.search.SearchAnswer;
import de.ratssaal.search.SearchFilter;
import de.ratssaal.search.SearchRequest;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was found, with how many of which kind there are. All of the question stands in the address. */
@Route(value = SearchView.PATH, layout = MainLayout.class)
@PermitAll
@Menu(title = "search.title", order = 25, icon = "search")
class SearchView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "search";

    private static final int MOST_CHOICES = 8;

    private final transient Search search;
    private final transient Councils councils;
    private final transient HitRows rows;
    private transient Question question = Question.ask("");

    SearchView(Search search, Councils councils) {
        this.search = search;
        this.councils = councils;
        this.rows = new HitRows(this, councils);
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        question = Question.of(event.getLocation());
        getContent().removeAll();
        getContent().add(new PageHeader(getTranslation("search.title")), form());
        if (question.request().text().isBlank()) {
            getContent()
                    .add(new EmptyState(
                            Symbol.SEARCH, getTranslation("search.empty"), getTranslation("search.empty-text")));
        } else {
            show(search.find(question.request()));
        }
    }

    private Component form() {
        var field = new TextField();
        field.setAriaLabel(getTranslation("search.title"));
        field.setPlaceholder(getTranslation("search.placeholder"));
        field.setPrefixComponent(Symbol.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setMaxLength(Asked.LONGEST);
        field.setValueChangeMode(ValueChangeMode.EAGER); // Enter comes before a change does
        field.setValue(cut(question.request().text()));
        field.addClassName("rs-grow");
        var go = new Button(getTranslation("search.go"), click -> ask(field.getValue()));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        field.addKeyPressListener(Key.ENTER, press -> ask(field.getValue()));
        var form = new Div(field, go);
        form.addClassName("rs-search-form");
        form.getElement().setAttribute("role", "search");
        return form;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), Asked.LONGEST));
    }

    private static void ask(String text) {
        go(Question.ask(text));
    }

    private static void go(Question next) {
        UI.getCurrent().navigate(PATH, next.parameters());
    }

    private void show(SearchAnswer answer) {
        var status =
                new Paragraph(getTranslation(answer.isMore() ? "search.found-more" : "search.found", answer.found()));
        status.getElement().setAttribute("role", "status");
        status.addClassName("rs-search-found");
        var results = new Div(status);
        results.addClassName("rs-search-results");
        if (answer.hits().isEmpty()) {
            results.add(nothing(answer));
        } else {
            results.add(orders(), rows.of(answer.hits()), pages(answer));
        }
        var whole = new Div(filters(answer), results);
        whole.addClassName("rs-found");
        getContent().add(whole);
    }

    private Component nothing(SearchAnswer answer) {
        var suggestion = answer.suggestion();
        var empty = new EmptyState(
                Symbol.SEARCH,
                getTranslation("search.nothing"),
                getTranslation(question.filter().isNone() ? "search.nothing-text" : "search.nothing-filtered"));
        if (suggestion != null) {
            var link = new Anchor(Question.ask(suggestion).address(), suggestion);
            var meant = new Paragraph(new Span(getTranslation("search.did-you-mean") + " "), link);
            meant.addClassName("rs-search-suggestion");
            return new Div(meant, empty);
        }
        return empty;
    }

    private Component orders() {
        var list = new UnorderedList();
        list.addClassName("rs-search-orders");
        for (var order : SearchRequest.Order.values()) {
            var link = new Anchor(question.with(order).address(), getTranslation("search.order." + order));
            if (question.request().order() == order) {
                link.getElement().setAttribute("aria-current", "true");
            }
            list.add(new ListItem(link));
        }
        list.getElement().setAttribute("aria-label", getTranslation("search.order"));
        return list;
    }

    private Component pages(SearchAnswer answer) {
        var number = question.request().page();
        var pages = new Nav();
        pages.addClassName("rs-search-pages");
        pages.getElement().setAttribute("aria-label", getTranslation("search.pages"));
        if (number > 1) {
            pages.add(new Anchor(question.page(number - 1).address(), getTranslation("search.previous")));
        }
        if (number * SearchAnswer.PAGE < answer.found()) {
            pages.add(new Anchor(question.page(number + 1).address(), getTranslation("search.next")));
        }
        pages.setVisible(pages.getComponentCount() > 0);
        return pages;
    }

    private Component filters(SearchAnswer answer) {
        var now = question.filter();
        var counts = answer.counts();
        var filters = new Div(
                choices(
                        "search.filter.kind",
                        counts.kinds(),
                        now.kind(),
                        it -> getTranslation("search.kind." + it),
                        it -> new SearchFilter(
                                it, now.organization(), now.year(), now.from(), now.to(), now.isPublic(), now.state())),
                choices(
                        "search.filter.organization",
                        counts.organizations(),
                        now.organization(),
                        this::name,
                        it -> new SearchFilter(
                                now.kind(), it, now.year(), now.from(), now.to(), now.isPublic(), now.state())),
                choices(
                        "search.filter.year",
                        counts.years(),
                        now.year(),
                        String::valueOf,
                        it -> new SearchFilter(
                                now.kind(), now.organization(), it, now.from(), now.to(), now.isPublic(), now.state())),
                choices(
                        "search.filter.publicity",
                        counts.publicity(),
                        now.isPublic(),
                        it -> getTranslation(it ? "search.public" : "search.non-public"),
                        it -> new SearchFilter(
                                now.kind(), now.organization(), now.year(), now.from(), now.to(), it, now.state())),
                choices(
                        "search.filter.state",
                        counts.states(),
                        now.state(),
                        rows::state,
                        it -> new SearchFilter(
                                now.kind(), now.organization(), now.year(), now.from(), now.to(), now.isPublic(), it)),
                period(now));
        filters.addClassName("rs-search-filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", getTranslation("search.filter"));
        return filters;
    }

    private String name(OrganizationId id) {
        return councils.organization(id).name();
    }

    private <T> Component choices(
            String label,
            Map<T, Integer> counts,
            @Nullable T chosen,
            Function<T, String> name,
            Function<@Nullable T, SearchFilter> filter) {
        var heading = new H2(getTranslation(label));
        var list = new UnorderedList();
        if (chosen != null) {
            var undo = new Anchor(
                    question.with(filter.apply(null)).address(),
                    Symbol.CLOSE.create(),
                    new Span(getTranslation("search.filter.undo", name.apply(chosen))));
            undo.addClassName("rs-search-chosen");
            list.add(new ListItem(undo));
        } else {
            counts.entrySet().stream().limit(MOST_CHOICES).forEach(it -> {
                var number = new Span(it.getValue().toString());
                number.addClassName("rs-search-count");
                list.add(new ListItem(new Anchor(
                        question.with(filter.apply(it.getKey())).address(),
                        new Span(name.apply(it.getKey()) + " "),
                        number)));
            });
        }
        var group = new Div(heading, list);
        group.setVisible(chosen != null || counts.size() > 1);
        return group;
    }

    private Component period(SearchFilter now) {
        var from = day("search.filter.from", now.from());
        var to = day("search.filter.to", now.to());
        var use = new Button(
                getTranslation("search.filter.use"),
                click -> go(question.with(new SearchFilter(
                        now.kind(),
                        now.organization(),
                        now.year(),
                        from.getValue(),
                        to.getValue(),
                        now.isPublic(),
                        now.state()))));
        var group = new Div(new H2(getTranslation("search.filter.period")), from, to, use);
        group.addClassName("rs-search-period");
        return group;
    }

    private DatePicker day(String label, @Nullable LocalDate value) {
        var day = new DatePicker();
        day.setLabel(getTranslation(label));
        day.setI18n(DateTexts.of(this));
        day.setValue(value);
        day.setClearButtonVisible(true);
        return day;
    }

    @Override
    public String getPageTitle() {
        return question.request().text().isBlank()
                ? getTranslation("search.title")
                : getTranslation("search.title-of", question.request().text());
    }
}
