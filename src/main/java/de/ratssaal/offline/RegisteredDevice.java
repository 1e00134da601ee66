package de.ratssaal.offline;

import de.ratssaal.identity.AccountId;
import java.time.Duration;

/**
 * What a device is told when it is registered.
 *
 * @param token told this once
 * @param lease how long it may keep meetings without contact
 */
public record RegisteredDevice(DeviceId id, DeviceToken token, AccountId account, Duration lease) {}
