package de.ratssaal.offline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.Accounts;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.offline.DeviceOrders;
import de.ratssaal.offline.DeviceSummary;
import de.ratssaal.offline.OfflineLinks;
import de.ratssaal.offline.OfflineSettings;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every device on which somebody keeps meetings, for whoever has to have them removed there. */
@Route(value = OfflineLinks.ALL, layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "offline.all.menu", order = 82, icon = "download")
class AllDevicesView extends Composite<Div> implements HasDynamicTitle {

    private final DeviceOrders orders;
    private final Accounts accounts;
    private final CouncilRoll roll;
    private final TextField search = new TextField();
    private final Div list = new Div();
    private final Map<AccountId, String> names = new HashMap<>();

    AllDevicesView(DeviceOrders orders, Accounts accounts, CouncilRoll roll, OfflineSettings settings) {
        this.orders = orders;
        this.accounts = accounts;
        this.roll = roll;
        search.setLabel(getTranslation("offline.all.search"));
        search.setPrefixComponent(Symbol.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        search.addClassName("rs-search");
        getContent().addClassName("rs-page");
        getContent()
                .add(
                        new PageHeader(
                                getPageTitle(),
                                getTranslation(
                                        "offline.all.subtitle", settings.lease().toDays())),
                        search,
                        list);
        show();
    }

    private void show() {
        var typed = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = orders.all().stream()
                .filter(it -> owner(it).toLowerCase(Locale.ROOT).contains(typed))
                .toList();
        var card = new Card(getTranslation("offline.all.list"));
        if (found.isEmpty()) {
            card.add(new EmptyState(
                    Symbol.DEVICE, getTranslation("offline.all.none"), getTranslation("offline.all.none-text")));
        } else {
            card.add(new DeviceRows(found, roll.zone(), this::name, this::lying, this::actions));
        }
        var meaning = new Paragraph(getTranslation("offline.all.meaning"));
        meaning.addClassName("rs-hint");
        card.add(meaning);
        list.removeAll();
        list.add(card);
    }

    private Component name(DeviceSummary device) {
        return new Span(owner(device) + " · " + device.name());
    }

    private String owner(DeviceSummary device) {
        return names.computeIfAbsent(device.account(), it -> accounts.show(it).name());
    }

    private String lying(DeviceSummary device) {
        return device.meetings().isEmpty()
                ? getTranslation("offline.device.empty")
                : getTranslation(
                        "offline.device.count", device.meetings().size(), DeviceRows.size(device.size(), getLocale()));
    }

    private List<Button> actions(DeviceSummary device) {
        return switch (device.state()) {
            case KEPT, EXPIRED -> List.of(order(device));
            case ORDERED -> List.of(withdraw(device));
            case REMOVED -> List.of();
        };
    }

    private Button order(DeviceSummary device) {
        var order = new Button(
                getTranslation("offline.all.order"),
                click -> ConfirmAction.askDestructive(
                        getTranslation("offline.all.order-question", owner(device)),
                        getTranslation("offline.all.order-text"),
                        getTranslation("offline.all.order"),
                        () -> {
                            orders.order(device.id());
                            show();
                        }));
        order.setAriaLabel(getTranslation("offline.all.order-of", owner(device), device.name()));
        return order;
    }

    private Button withdraw(DeviceSummary device) {
        var withdraw = new Button(getTranslation("offline.all.withdraw"), click -> {
            orders.withdraw(device.id());
            show();
        });
        withdraw.setAriaLabel(getTranslation("offline.all.withdraw-of", owner(device), device.name()));
        return withdraw;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("offline.all.title");
    }
}
