package de.ratssaal.offline;

/** Whether meetings are on a device. */
public enum DeviceState {
    /** The device may keep meetings. */
    KEPT,
    /** Silent for so long that it opens nothing any more and deletes by itself what it has. */
    EXPIRED,
    /** It is to remove everything and has not yet said that it did. */
    ORDERED,
    /** It said that everything is removed. */
    REMOVED
}
