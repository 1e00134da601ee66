package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.StandingItem;
import de.ratssaal.meeting.StandingItems;
import de.ratssaal.organization.Councils;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands on every agenda of an organization. */
@Route(value = "meetings/standing/:organization", layout = MainLayout.class)
@RolesAllowed("SECRETARIAT")
class StandingItemsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final StandingItems standing;
    private final Councils councils;
    private final OrderedList list = new OrderedList();
    private final List<Row> rows = new ArrayList<>();
    private @Nullable OrganizationId organization;

    StandingItemsView(StandingItems standing, Councils councils) {
        this.standing = standing;
        this.councils = councils;
        getContent().addClassName("rs-page");
        list.addClassNames("rs-rows", "rs-standing");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = organization(event.getRouteParameters().get("organization").orElse(""));
        organization = id;
        getContent().removeAll();
        rows.clear();
        standing.of(id).forEach(it -> rows.add(new Row(it)));
        var add = new Button(getTranslation("meeting.standing.add"), Symbol.ADD.create(), click -> {
            var row = new Row(null);
            rows.add(row);
            show();
            row.title.focus();
        });
        var save = new Button(getTranslation("meeting.standing.save"), Symbol.SAVE.create(), click -> save(id));
        save.addThemeNames("primary");
        var actions = new Div(save, add);
        actions.addClassName("rs-actions");
        getContent()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("meeting.standing.subtitle"))
                                .above(getTranslation("meeting.menu"), MeetingLinks.CALENDAR),
                        new Card(councils.organization(id).name(), list, actions));
        show();
    }

    private static OrganizationId organization(String text) {
        try {
            return new OrganizationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw (NoSuchElementException) new NoSuchElementException(text).initCause(e);
        }
    }

    private void show() {
        list.removeAll();
        for (var place = 0; place < rows.size(); place++) {
            list.add(new ListItem(line(rows.get(place), place)));
        }
    }

    private Component line(Row row, int place) {
        row.name(place + 1);
        var tools = new Div(
                tool(
                        Symbol.UP,
                        "meeting.standing.up",
                        place,
                        place > 0,
                        () -> Collections.swap(rows, place, place - 1)),
                tool(
                        Symbol.DOWN,
                        "meeting.standing.down",
                        place,
                        place < rows.size() - 1,
                        () -> Collections.swap(rows, place, place + 1)),
                tool(Symbol.DELETE, "meeting.standing.remove", place, true, () -> rows.remove(place)));
        tools.addClassName("rs-row-tools");
        var line = new Div(row.title, row.part, row.where, row.minutes, tools);
        line.addClassNames("rs-fields-row", "rs-standing-row");
        return line;
    }

    private Component tool(Symbol symbol, String key, int place, boolean possible, Runnable step) {
        var button = new Button(symbol.create(), click -> {
            step.run();
            show();
        });
        button.addThemeNames("tertiary", "icon");
        var label = getTranslation(key, place + 1);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.setEnabled(possible);
        return button;
    }

    private void save(OrganizationId id) {
        standing.change(id, rows.stream().map(Row::item).toList());
        Notice.success(getTranslation("meeting.standing.saved"));
        rows.clear();
        standing.of(id).forEach(it -> rows.add(new Row(it)));
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("meeting.standing.title");
    }

    /** One item as it is being written. */
    private final class Row {

        private final TextField title = new TextField();
        private final Select<Boolean> part = new Select<>();
        private final Select<StandingItem.Place> where = new Select<>();
        private final IntegerField minutes = new IntegerField();

        private Row(@Nullable StandingItem item) {
            title.setMaxLength(StandingItem.LONGEST_TITLE);
            title.addClassName("rs-grow");
            part.setItems(true, false);
            part.setItemLabelGenerator(
                    it -> getTranslation(it ? "meeting.standing.public" : "meeting.standing.non-public"));
            where.setItems(StandingItem.Place.values());
            where.setItemLabelGenerator(it -> getTranslation("meeting.standing.place." + it));
            minutes.setMin(1);
            minutes.setMax(24 * 60);
            title.setValue(item == null ? "" : item.title());
            part.setValue(item == null || item.isPublic());
            where.setValue(item == null ? StandingItem.Place.BEFORE : item.place());
            minutes.setValue(item == null ? null : item.plannedMinutes());
        }

        private void name(int number) {
            title.setLabel(getTranslation("meeting.standing.item", number));
            part.setLabel(getTranslation("meeting.standing.part"));
            where.setLabel(getTranslation("meeting.standing.place"));
            minutes.setLabel(getTranslation("meeting.standing.minutes"));
        }

        private StandingItem item() {
            return new StandingItem(where.getValue(), part.getValue(), title.getValue(), minutes.getValue());
        }
    }
}
