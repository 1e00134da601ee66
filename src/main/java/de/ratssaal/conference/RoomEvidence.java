package de.ratssaal.conference;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a provider tells of who is in its rooms. It is evidence beside our own lines: it says where the two disagree, and neither lets
 * anybody in nor ends anybody's presence. For the application itself.
 */
@Service
@Transactional
public class RoomEvidence {

    /** What was told is of use while the meeting runs, and to find a fault. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final EvidenceStore store;
    private final Rooms rooms;
    private final Access access;
    private final Clock clock;

    RoomEvidence(EvidenceStore store, Rooms rooms, Access access, Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Somebody who is or was in a room.
     *
     * @param address as the provider calls them
     * @param person whom the token named that let them in
     * @param joinedAt when they came, by the provider's clock; none if that was not told
     * @param leftAt when they went; none if they did not, or that was not told
     */
    public record Occupant(
            String address,
            @Nullable PersonId person,
            String name,
            @Nullable Instant joinedAt,
            @Nullable Instant leftAt) {}

    /**
     * Notes what was told; told twice, late or in another order it ends in the same.
     *
     * @param roomName as the provider writes it, in whatever letters
     * @param emptiedAt when everybody was gone; none if somebody may be there
     * @return the room, if it is one of ours
     */
    public Optional<Told> told(
            String provider, String roomName, Collection<Occupant> occupants, @Nullable Instant emptiedAt) {
        access.requireSystem();
        var now = clock.instant();
        store.heard(provider, now);
        var found = store.room(provider, roomName);
        found.ifPresent(it -> {
            occupants.forEach(occupant -> store.merge(it.room().id(), occupant, now));
            if (emptiedAt != null) {
                store.emptied(it.room().id(), emptiedAt);
            }
            store.forget(now.minus(KEPT));
            rooms.changed(it.room().meeting());
        });
        return found.map(it -> new Told(it.room(), store.isHaunted(it.room().id())));
    }

    /** @param haunted whether somebody is in the room who came when it was closed; who was in it when that happened is about to leave */
    public record Told(Room room, boolean haunted) {}

    /** When the provider was last heard of; none if never. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastHeard(String provider) {
        return store.lastHeard(provider);
    }
}
