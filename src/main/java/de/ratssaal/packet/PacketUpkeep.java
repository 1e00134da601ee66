package de.ratssaal.packet;

import de.ratssaal.document.DerivedContents;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Orders what is missing or out of date, for every meeting that was convened and is not over, once people have stopped
 * changing things for a moment; and lets go what nobody may have any more.
 */
@Component
class PacketUpkeep {

    private static final Duration PAST = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(500);
    private static final Logger LOG = LoggerFactory.getLogger(PacketUpkeep.class);

    private final PacketStore store;
    private final PacketCollection collection;
    private final DerivedContents contents;
    private final Meetings meetings;
    private final Councils councils;
    private final Access access;
    private final PacketSettings settings;
    private final Clock clock;
    private final AtomicReference<@Nullable Long> changedAt = new AtomicReference<>();

    PacketUpkeep(
            PacketStore store,
            PacketCollection collection,
            DerivedContents contents,
            Meetings meetings,
            Councils councils,
            Access access,
            PacketSettings settings,
            Clock clock) {
        this.store = store;
        this.collection = collection;
        this.contents = contents;
        this.meetings = meetings;
        this.councils = councils;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
        soon();
    }

    /** Something changed: looks at all packets, once nothing more changes. */
    void soon() {
        changedAt.set(System.nanoTime());
    }

    /** Other nodes' changes are not told here; they are seen after a while. */
    @Scheduled(fixedDelay = 300_000, initialDelay = 300_000)
    void again() {
        soon();
    }

    @Scheduled(fixedDelay = 1_000)
    void lookIfSettled() {
        var at = changedAt.get();
        if (at != null && System.nanoTime() - at >= settings.settle().toNanos() && changedAt.compareAndSet(at, null)) {
            try {
                access.asSystem(PacketCollection.JOB, this::look);
            } catch (RuntimeException e) {
                LOG.error("Packets could not be looked at; it is tried again", e);
                soon();
            }
        }
        discard();
    }

    /** Older ones are looked at when they are read. */
    void look() {
        var now = clock.instant();
        var organizations = councils.bodies().stream()
                .flatMap(it -> councils.organizations(it.id()).stream())
                .map(OrganizationSummary::id)
                .toList();
        for (var meeting : meetings.calendar(organizations, now.minus(PAST), now.plus(AHEAD))) {
            if (meeting.convenedAt() != null && meeting.state() != MeetingState.CANCELLED) {
                audiences(meeting).forEach(it -> order(meeting.id(), it, false));
            }
            for (var audience : PacketAudience.values()) {
                store.find(meeting.id(), audience)
                        .filter(it -> collection.collect(meeting.id(), audience).isEmpty())
                        .ifPresent(store::drop); // it was withdrawn from the public
            }
        }
    }

    List<PacketAudience> audiences(MeetingSummary meeting) {
        return List.of(
                meetings.isInPublic(meeting) ? PacketAudience.PUBLIC : PacketAudience.MEMBER,
                PacketAudience.NON_PUBLIC);
    }

    void order(MeetingId meeting, PacketAudience audience, boolean anew) {
        collection
                .collect(meeting, audience)
                .ifPresent(it -> store.order(meeting, audience, it.fingerprint(), anew, clock.instant()));
    }

    private void discard() {
        for (var hash = store.discarded(); hash.isPresent(); hash = store.discarded()) {
            var gone = hash.get();
            access.asSystem(PacketCollection.JOB, () -> contents.discard(gone));
            store.forget(gone);
        }
    }
}
