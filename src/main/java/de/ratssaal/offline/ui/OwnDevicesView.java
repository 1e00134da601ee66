package de.ratssaal.offline.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.offline.DeviceState;
import de.ratssaal.offline.DeviceSummary;
import de.ratssaal.offline.OfflineLinks;
import de.ratssaal.offline.OfflineSettings;
import de.ratssaal.offline.OwnDevices;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The devices on which whoever is signed in keeps meetings. */
@Route(value = OfflineLinks.OWN, layout = MainLayout.class)
@PermitAll
@Menu(title = "offline.own.title", order = 60, icon = "device")
class OwnDevicesView extends Composite<Div> implements HasDynamicTitle {

    private final OwnDevices devices;
    private final Meetings meetings;
    private final CouncilRoll roll;
    private final Div list = new Div();

    OwnDevicesView(OwnDevices devices, Meetings meetings, CouncilRoll roll, OfflineSettings settings) {
        this.devices = devices;
        this.meetings = meetings;
        this.roll = roll;
        getContent().addClassName("rs-page");
        getContent()
                .add(
                        new PageHeader(
                                getPageTitle(),
                                getTranslation(
                                        "offline.own.subtitle", settings.lease().toDays())),
                        list);
        show();
    }

    private void show() {
        var mine = devices.mine();
        var card = new Card(getTranslation("offline.own.list"));
        if (mine.isEmpty()) {
            card.add(new EmptyState(
                    Symbol.DEVICE, getTranslation("offline.own.none"), getTranslation("offline.own.none-text")));
        } else {
            card.add(new DeviceRows(mine, roll.zone(), it -> new Span(it.name()), this::lying, this::actions));
            var lost = new Paragraph(getTranslation("offline.own.lost"));
            lost.addClassName("rs-hint");
            card.add(lost);
        }
        list.removeAll();
        list.add(card);
    }

    /** A meeting that one may no longer see has no name any more. */
    private String lying(DeviceSummary device) {
        if (device.meetings().isEmpty()) {
            return getTranslation("offline.device.empty");
        }
        var names = device.meetings().stream()
                .map(id -> meetings.find(id)
                        .map(MeetingSummary::title)
                        .orElseGet(() -> getTranslation("offline.device.no-longer")))
                .collect(joining(" · "));
        return getTranslation("offline.device.lying", names, DeviceRows.size(device.size(), getLocale()));
    }

    private List<Button> actions(DeviceSummary device) {
        if (device.state() == DeviceState.REMOVED || device.state() == DeviceState.ORDERED) {
            return List.of();
        }
        var remove = new Button(
                getTranslation("offline.own.remove"),
                click -> ConfirmAction.askDestructive(
                        getTranslation("offline.own.remove-question", device.name()),
                        getTranslation("offline.own.remove-text"),
                        getTranslation("offline.own.remove"),
                        () -> {
                            devices.order(device.id());
                            show();
                        }));
        remove.setAriaLabel(getTranslation("offline.own.remove-of", device.name()));
        return List.of(remove);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("offline.own.title");
    }
}
