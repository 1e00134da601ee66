package de.ratssaal.offline;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.Role;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders of administrators that devices remove the meetings on them. They hold at the device's next contact. */
@Service
@Transactional
public class DeviceOrders {

    private final DeviceStore store;
    private final ApplicationEventPublisher events;
    private final Access access;

    DeviceOrders(DeviceStore store, ApplicationEventPublisher events, Access access) {
        this.store = store;
        this.events = events;
        this.access = access;
    }

    /** All devices, the one last heard of first. Which meetings lie on them is their owners' business; how many is not. */
    @Transactional(readOnly = true)
    public List<DeviceSummary> all() {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return store.all();
    }

    /** @throws NoSuchElementException if there is no such device */
    public void order(DeviceId device) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        order(find(device), RemovalCause.ADMINISTRATOR);
    }

    /** Of a person who is to keep nothing on any device. */
    public void orderAll(AccountId account) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        store.holdAll(account).forEach(it -> order(it, RemovalCause.ADMINISTRATOR));
    }

    /** Takes an order back that was not yet carried out. */
    public void withdraw(DeviceId device) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        withdraw(find(device));
    }

    /** Asked of by the module itself after it checked who may. */
    void order(DeviceStore.Row device, RemovalCause cause) {
        if (device.cause() == null && !device.removed()) {
            store.order(device.id(), cause);
            events.publishEvent(new RemovalOrdered(device.id(), device.account(), cause));
        }
    }

    void withdraw(DeviceStore.Row device) {
        if (device.cause() != null && !device.removed()) {
            store.withdraw(device.id());
            events.publishEvent(new RemovalWithdrawn(device.id(), device.account()));
        }
    }

    private DeviceStore.Row find(DeviceId device) {
        return store.hold(device).orElseThrow(() -> new NoSuchElementException("device " + device));
    }
}
