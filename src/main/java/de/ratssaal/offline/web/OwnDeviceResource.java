package de.ratssaal.offline.web;

import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.offline.DeviceId;
import de.ratssaal.offline.OwnDevices;
import de.ratssaal.offline.TakenMeeting;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a member's browser says of itself when it takes meetings along.
 *
 * <p>404: no such device. 409: the device is to remove everything; it asks for its
 * standing.
 */
@RestController
@RequestMapping("/api/offline/devices")
class OwnDeviceResource {

    private final OwnDevices devices;
    private final Messages messages;

    OwnDeviceResource(OwnDevices devices, Messages messages) {
        this.devices = devices;
        this.messages = messages;
    }

    @PostMapping
    Registered register(@RequestBody Named named) {
        var device = devices.register(named.name());
        return new Registered(
                device.id().value(),
                device.token().value(),
                device.account().value(),
                device.lease().toMillis());
    }

    @PutMapping("/{device}/meetings")
    Kept keep(@PathVariable UUID device, @RequestBody Taken taken) {
        return new Kept(devices
                .keep(
                        new DeviceId(device),
                        taken.meetings().stream()
                                .map(it -> new TakenMeeting(new MeetingId(it.meeting()), it.nonPublic(), it.size()))
                                .toList())
                .stream()
                .map(MeetingId::value)
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<Refused> refused(Refusal refusal, Locale language) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(new Refused(refusal.key(), messages.text(language, refusal)));
    }

    @ExceptionHandler
    ResponseEntity<Void> unknown(NoSuchElementException unknown) {
        return ResponseEntity.notFound().build();
    }

    record Named(String name) {}

    /** @param lease in milliseconds */
    record Registered(UUID id, String token, UUID account, long lease) {}

    record Taken(List<One> meetings) {

        record One(UUID meeting, boolean nonPublic, long size) {}
    }

    /** @param meetings those that may lie there */
    record Kept(List<UUID> meetings) {}

    record Refused(String reason, String message) {}
}
