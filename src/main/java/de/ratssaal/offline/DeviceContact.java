package de.ratssaal.offline;

import de.ratssaal.identity.WithoutSession;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a device asks by itself, whether or not somebody is signed in on it. Its token says which one it is; nothing that is
 * in a meeting is told it.
 */
@Service
@Transactional
public class DeviceContact {

    private final DeviceStore store;
    private final DeviceOrders orders;
    private final WithoutSession owners;
    private final Meetings meetings;
    private final OfflineSettings settings;
    private final ApplicationEventPublisher events;

    DeviceContact(
            DeviceStore store,
            DeviceOrders orders,
            WithoutSession owners,
            Meetings meetings,
            OfflineSettings settings,
            ApplicationEventPublisher events) {
        this.store = store;
        this.orders = orders;
        this.owners = owners;
        this.meetings = meetings;
        this.settings = settings;
        this.events = events;
    }

    /**
     * What is to become of the meetings on a device, by the rights its owner has at this moment.
     *
     * @return nothing if no device has this token; that is no order to remove anything
     */
    public Optional<Standing> ask(DeviceToken token) {
        return store.hold(token).map(this::standing);
    }

    private Standing standing(DeviceStore.Row device) {
        store.heardOf(device.id());
        var cause = device.cause();
        if (cause != null) {
            return new Standing.Remove(cause);
        }
        if (device.removed()) {
            return new Standing.Remove(RemovalCause.OWNER);
        }
        return owners.as(device.account(), device.secondFactor(), () -> mayKeep(device))
                .<Standing>map(it -> new Standing.Stay(it, settings.lease()))
                .orElseGet(() -> {
                    orders.order(device, RemovalCause.ACCOUNT_LOCKED);
                    return new Standing.Remove(RemovalCause.ACCOUNT_LOCKED);
                });
    }

    private List<MeetingId> mayKeep(DeviceStore.Row device) {
        return store.taken(device.id()).stream()
                .filter(it -> it.mayBeKept(meetings))
                .map(TakenMeeting::meeting)
                .toList();
    }

    /** A device says that it removed everything, by order or because its owner signed out. */
    public void emptied(DeviceToken token) {
        store.hold(token).filter(it -> !it.removed()).ifPresent(device -> {
            store.emptied(device.id());
            events.publishEvent(new DeviceEmptied(device.id(), device.account()));
        });
    }
}
