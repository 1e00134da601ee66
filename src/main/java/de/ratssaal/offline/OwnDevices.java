package de.ratssaal.offline;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members do with the devices on which they keep meetings. */
@Service
@Transactional
public class OwnDevices {

    /** Longer no device is called. */
    public static final int LONGEST_NAME = 80;

    private static final int MOST_DEVICES = 50;

    private final DeviceStore store;
    private final DeviceOrders orders;
    private final Meetings meetings;
    private final OfflineSettings settings;
    private final ApplicationEventPublisher events;
    private final Access access;

    OwnDevices(
            DeviceStore store,
            DeviceOrders orders,
            Meetings meetings,
            OfflineSettings settings,
            ApplicationEventPublisher events,
            Access access) {
        this.store = store;
        this.orders = orders;
        this.meetings = meetings;
        this.settings = settings;
        this.events = events;
        this.access = access;
    }

    /**
     * Registers the device of whoever acts.
     *
     * @param name what it calls itself
     */
    public RegisteredDevice register(String name) {
        var account = access.require().account();
        if (mine().stream().filter(it -> it.state() != DeviceState.REMOVED).count() >= MOST_DEVICES) {
            throw new Refusal("offline.device.too-many", MOST_DEVICES);
        }
        var called = name.strip().substring(0, Math.min(name.strip().length(), LONGEST_NAME));
        var device = new RegisteredDevice(DeviceId.next(), DeviceToken.next(), account, settings.lease());
        store.add(device.id(), account, device.token(), called.isEmpty() ? "?" : called, access.isStrong());
        events.publishEvent(new DeviceRegistered(device.id(), account));
        return device;
    }

    /**
     * Says what lies on a device from now on; what was there before and is not among it is there no more.
     *
     * @return what may lie there: of the meetings those that whoever acts may see, as far as it is said of them
     * @throws NoSuchElementException if whoever acts has no such device
     * @throws Refusal if the device is to remove everything
     */
    public List<MeetingId> keep(DeviceId device, List<TakenMeeting> taken) {
        var account = access.require().account();
        var row = store.hold(device)
                .filter(it -> it.account().equals(account))
                .orElseThrow(() -> new NoSuchElementException("device " + device));
        if (row.cause() != null || row.removed()) {
            throw new Refusal("offline.device.ended");
        }
        var may = taken.stream().filter(it -> it.mayBeKept(meetings)).toList();
        var anew = store.take(device, may);
        store.heardOf(device);
        may.stream()
                .filter(it -> anew.contains(it.meeting()))
                .forEach(it ->
                        events.publishEvent(new MeetingTakenAlong(device, account, it.meeting(), it.nonPublic())));
        return may.stream().map(TakenMeeting::meeting).toList();
    }

    /** The devices of whoever acts, the one last heard of first. */
    @Transactional(readOnly = true)
    public List<DeviceSummary> mine() {
        return store.of(access.require().account());
    }

    /**
     * Has one of the own devices remove everything at its next contact.
     *
     * @throws NoSuchElementException if whoever acts has no such device
     */
    public void order(DeviceId device) {
        var account = access.require().account();
        orders.order(
                store.hold(device)
                        .filter(it -> it.account().equals(account))
                        .orElseThrow(() -> new NoSuchElementException("device " + device)),
                RemovalCause.OWNER);
    }
}
