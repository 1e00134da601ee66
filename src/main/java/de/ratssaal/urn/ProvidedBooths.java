package de.ratssaal.urn;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A device that the city provides, at which members without one of their own vote one after the other. Whoever conducts the meeting
 * signs in there and provides it for a member; what the member then does there is the member's.
 */
@Service
@Transactional
public class ProvidedBooths {

    private static final int MOST = 1_000;

    private final UrnStore store;
    private final Urns urns;
    private final Registering registering;
    private final CastingBallots casting;
    private final Meetings meetings;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;
    private final Map<BoothTicket, Provided> tickets = new ConcurrentHashMap<>();

    /** @param uuid of the election: once registration is begun anew it is another one, for which the device is provided anew */
    private record Provided(SecretPollId poll, String uuid, PersonId voter) {}

    ProvidedBooths(
            UrnStore store,
            Urns urns,
            Registering registering,
            CastingBallots casting,
            Meetings meetings,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.store = store;
        this.urns = urns;
        this.registering = registering;
        this.casting = casting;
        this.meetings = meetings;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Provides a device for a member. Whether the member may vote is asked when the device registers.
     *
     * @throws Refusal if devices do not register at this moment, or one of the member has registered
     */
    public BoothTicket provide(SecretPollId poll, PersonId voter) {
        var urn = store.urn(poll);
        requireConduct(urn);
        if (urn.state() != UrnState.REGISTERING) {
            throw new Refusal("urn.register.late");
        }
        if (store.isReady(poll, urn.attempt(), voter)) {
            throw new Refusal("urn.provide.registered");
        }
        if (tickets.size() >= MOST) {
            tickets.values().removeIf(it -> !store.state(it.poll()).isRunning());
        }
        var ticket = BoothTicket.next();
        tickets.put(ticket, new Provided(poll, urn.uuid(), voter));
        events.publishEvent(new BoothProvided(poll, urn.meeting(), voter, clock.instant()));
        return ticket;
    }

    /** As {@link Urns#stateForVoter}, for the member of a ticket. */
    @Transactional(readOnly = true)
    public VoterState state(SecretPollId poll, BoothTicket ticket) {
        return urns.stateFor(poll, voter(poll, ticket));
    }

    /** As {@link Registering#register}. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public void register(SecretPollId poll, BoothTicket ticket, String credential) {
        registering.register(poll, voter(poll, ticket), credential);
    }

    /** As {@link CastingBallots#cast}. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public String cast(SecretPollId poll, BoothTicket ticket, String ballot) {
        return casting.cast(poll, voter(poll, ticket), ballot);
    }

    private PersonId voter(SecretPollId poll, BoothTicket ticket) {
        var urn = store.urn(poll);
        requireConduct(urn);
        return Optional.ofNullable(tickets.get(ticket))
                .filter(it -> it.poll().equals(poll) && it.uuid().equals(urn.uuid()))
                .map(Provided::voter)
                .orElseThrow(() -> new NoSuchElementException("provided device"));
    }

    private void requireConduct(Urn urn) {
        access.require(meetings.meeting(urn.meeting()).organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
    }
}
