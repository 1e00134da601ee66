package de.ratssaal.packet.web;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.packet.PacketContent;
import de.ratssaal.packet.Packets;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out packets, whole or in stretches. What is not there, what is out of date and what is not for the reader is answered
 * alike: 404.
 */
@RestController
class PacketDownloads {

    private static final String NAME = "Sitzungsmappe.pdf";

    private final Packets packets;
    private final Invitations invitations;
    private final Access access;

    PacketDownloads(Packets packets, Invitations invitations, Access access) {
        this.packets = packets;
        this.invitations = invitations;
        this.access = access;
    }

    @GetMapping("/files/packets/{meeting}/own.pdf")
    ResponseEntity<Resource> own(@PathVariable String meeting) {
        if (access.signedIn().isEmpty()) {
            return answer(Optional.empty());
        }
        var found = identifier(meeting).flatMap(packets::read);
        if (found.isPresent() && access.require().person() != null) {
            identifier(meeting).ifPresent(invitations::openedByMember);
        }
        return answer(found);
    }

    @GetMapping("/files/packets/{meeting}/public.pdf")
    ResponseEntity<Resource> forEverybody(@PathVariable String meeting) {
        return answer(identifier(meeting).flatMap(packets::readPublic));
    }

    private static ResponseEntity<Resource> answer(Optional<PacketContent> found) {
        var packet = found.orElseThrow(() -> new NoSuchElementException("packet"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(NAME, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                // whether it may still be read is asked each time
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(packet.tag())
                .body(new PacketResource(packet));
    }

    private static Optional<MeetingId> identifier(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(new MeetingId(UUID.fromString(text)))
                : Optional.empty();
    }

    @org.springframework.web.bind.annotation.ExceptionHandler
    ResponseEntity<Void> unknown(NoSuchElementException unknown) {
        return ResponseEntity.notFound().build();
    }

    /** A packet's bytes as a browser wants them. */
    private static final class PacketResource extends AbstractResource {

        private final PacketContent packet;

        PacketResource(PacketContent packet) {
            this.packet = packet;
        }

        @Override
        public String getDescription() {
            return "packet " + packet.tag();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public long contentLength() {
            return packet.size();
        }

        @Override
        public InputStream getInputStream() {
            return packet.open();
        }
    }
}
