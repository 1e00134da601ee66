package de.ratssaal.offline;

import de.ratssaal.identity.AccountLocked;
import de.ratssaal.identity.AccountUnlocked;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Devices of a locked account are to remove everything; those that were not yet heard of may keep it when it is opened again. */
@Component
class FollowAccounts {

    private final DeviceStore store;
    private final DeviceOrders orders;

    FollowAccounts(DeviceStore store, DeviceOrders orders) {
        this.store = store;
        this.orders = orders;
    }

    @ApplicationModuleListener
    void on(AccountLocked event) {
        store.holdAll(event.account()).forEach(it -> orders.order(it, RemovalCause.ACCOUNT_LOCKED));
    }

    @ApplicationModuleListener
    void on(AccountUnlocked event) {
        store.holdAll(event.account()).stream()
                .filter(it -> it.cause() == RemovalCause.ACCOUNT_LOCKED)
                .forEach(orders::withdraw);
    }
}
