package de.ratssaal.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.calendar.CalendarFeeds;
import de.ratssaal.calendar.CalendarLinks;
import de.ratssaal.calendar.FeedSummary;
import de.ratssaal.calendar.NewFeed;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Reading the meetings in one's own calendar program. */
@Route(value = CalendarLinks.FEEDS, layout = MainLayout.class)
@PermitAll
class FeedsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final CalendarFeeds feeds;
    private final Councils councils;
    private final Div made = new Div();
    private final Div list = new Div();

    FeedsView(CalendarFeeds feeds, Councils councils) {
        this.feeds = feeds;
        this.councils = councils;
        getContent().addClassName("rs-page");
        made.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("calendar.feed.subtitle"))
                                .above(getTranslation("calendar.menu"), CalendarLinks.YEAR),
                        making(),
                        made,
                        list);
        show();
    }

    private Component making() {
        var which = new Select<OrganizationSummary>();
        which.setLabel(getTranslation("calendar.feed.which"));
        which.setEmptySelectionAllowed(true);
        which.setEmptySelectionCaption(getTranslation("calendar.feed.mine"));
        which.setItemLabelGenerator(it -> it == null ? getTranslation("calendar.feed.mine") : it.name());
        which.setItems(feeds.organizations());
        which.addClassName("rs-grow");
        var name = new TextField(getTranslation("calendar.feed.name"));
        name.setPlaceholder(getTranslation("calendar.feed.name-help"));
        name.setMaxLength(100);
        name.setRequiredIndicatorVisible(true);
        name.addClassName("rs-grow");
        var make = new Button(getTranslation("calendar.feed.make"), Symbol.ADD.create(), click -> {
            name.setInvalid(name.getValue().isBlank());
            name.setErrorMessage(getTranslation("calendar.feed.name-missing"));
            if (!name.isInvalid()) {
                var chosen = which.getValue();
                tell(feeds.make(chosen == null ? null : chosen.id(), name.getValue()));
                name.clear();
                name.setInvalid(false);
                show();
            }
        });
        make.addThemeNames("primary");
        var fields = new Div(which, name, make);
        fields.addClassName("rs-fields-row");
        return new Card(getTranslation("calendar.feed.new"), fields);
    }

    private void tell(NewFeed feed) {
        var address = feed.address().toString();
        var field = new TextField(getTranslation("calendar.feed.address"));
        field.setValue(address);
        field.setReadOnly(true);
        field.setWidthFull();
        var copy = new Button(getTranslation("calendar.feed.copy"), Symbol.LINK.create());
        copy.addClickListener(click -> copy.getElement()
                .executeJs("return navigator.clipboard.writeText($0)", address)
                .then(done -> Notice.success(getTranslation("calendar.feed.copied"))));
        var open = new Anchor();
        open.setText(getTranslation("calendar.feed.open"));
        // the scheme by which calendar programs are opened; Anchor itself knows only those of the web
        open.getElement().setAttribute("href", address.replaceFirst("^https?:", "webcal:"));
        var actions = new Div(open, copy);
        actions.addClassName("rs-actions");
        made.removeAll();
        made.add(new Card(
                        getTranslation("calendar.feed.made"),
                        new Paragraph(getTranslation("calendar.feed.made-text")),
                        field,
                        actions)
                .emphasized());
    }

    private void show() {
        list.removeAll();
        var mine = feeds.mine();
        var card = new Card(getTranslation("calendar.feed.list"));
        if (mine.isEmpty()) {
            card.add(new EmptyState(
                    Symbol.DEVICE, getTranslation("calendar.feed.none"), getTranslation("calendar.feed.none-text")));
        } else {
            var rows = new UnorderedList();
            rows.addClassName("rs-rows");
            mine.forEach(it -> rows.add(new ListItem(row(it))));
            card.add(rows);
        }
        list.add(card);
    }

    private Component row(FeedSummary feed) {
        var name = new Span(feed.name());
        name.addClassName("rs-row-title");
        var organization = feed.organization();
        var read = feed.readAt();
        var detail = new Span((organization == null
                        ? getTranslation("calendar.feed.mine")
                        : councils.organization(organization).name())
                + " · "
                + (read == null
                        ? getTranslation("calendar.feed.never-read")
                        : getTranslation("calendar.feed.read", moment(read))));
        detail.addClassName("rs-row-detail");
        var words = new Span(name, detail);
        words.addClassName("rs-row-words");
        var end = new Button(
                getTranslation("calendar.feed.end"),
                click -> ConfirmAction.askDestructive(
                        getTranslation("calendar.feed.end-question", feed.name()),
                        getTranslation("calendar.feed.end-consequence"),
                        getTranslation("calendar.feed.end"),
                        () -> {
                            feeds.end(feed.id());
                            made.removeAll();
                            show();
                        }));
        end.addThemeNames("tertiary");
        end.setAriaLabel(getTranslation("calendar.feed.end-of", feed.name()));
        var tools = new Span(end);
        tools.addClassName("rs-row-tools");
        var row = new Div(words, tools);
        row.addClassName("rs-row");
        return row;
    }

    private String moment(Instant at) {
        var zone = councils.bodies().stream().findFirst().map(it -> it.zone()).orElse(ZoneId.of("Europe/Berlin"));
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(at.atZone(zone));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.feed.title");
    }
}
