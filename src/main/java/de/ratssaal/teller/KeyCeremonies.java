package de.ratssaal.teller;

import de.ratssaal.ballot.Groups;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How chair and secretariat have the tellers make their key, and break it off. */
@Service
@Transactional
public class KeyCeremonies {

    private final TellerStore store;
    private final TellerNotices notices;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    KeyCeremonies(
            TellerStore store, TellerNotices notices, ApplicationEventPublisher events, Access access, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Has the tellers make a key, the first one or another. Pressed by two at once it is begun once.
     *
     * @throws Refusal if there are no tellers, or one of them is making another key at the moment
     */
    public void begin(CeremonyId id, OrganizationId organization) {
        access.require(organization, Tellers.CONDUCTING);
        store.hold();
        var set = store.current(organization).orElseThrow(() -> new Refusal("teller.begin.nobody"));
        if (store.find(id).isPresent() || store.statesOf(set.id()).contains(CeremonyState.RUNNING)) {
            return;
        }
        store.takesPartElsewhere(set.id()).ifPresent(name -> {
            throw new Refusal("teller.begin.elsewhere", name);
        });
        var now = clock.instant();
        store.add(
                new Ceremony(
                        id,
                        set,
                        Groups.belenios2048().name(),
                        CeremonyState.RUNNING,
                        now,
                        null,
                        null,
                        null,
                        Ceremony.noMessages(set.size())),
                access.actor());
        events.publishEvent(new KeyCeremonyBegun(organization, id, set.id(), now));
        notices.readiness(set);
    }

    /**
     * Breaks a ceremony off. One that was broken off before stays so.
     *
     * @throws Refusal if no reason is given, or the key is made
     */
    public void abort(CeremonyId id, String reason) {
        var ceremony = store.take(id).orElseThrow(() -> new NoSuchElementException("ceremony " + id));
        access.require(ceremony.set().organization(), Tellers.CONDUCTING);
        abort(ceremony, reason);
    }

    /** Whoever asks has asked already whether they may. */
    void abort(Ceremony ceremony, String reason) {
        var said = reason.strip();
        if (said.isEmpty() || said.length() > AbortReason.LONGEST) {
            throw new Refusal("teller.abort.reason", AbortReason.LONGEST);
        }
        switch (ceremony.state()) {
            case RUNNING -> end(ceremony, new AbortReason(said));
            case DONE -> throw new Refusal("teller.abort.done");
            case ABORTED -> {
                // somebody else was faster
            }
        }
    }

    void abortForNewSet(TellerSet set) {
        store.ofSet(set.id()).stream()
                .filter(Ceremony::isRunning)
                .forEach(it -> store.take(it.id())
                        .filter(Ceremony::isRunning)
                        .ifPresent(now -> end(now, AbortReason.REPLACED)));
    }

    private void end(Ceremony ceremony, AbortReason reason) {
        var now = clock.instant();
        store.abort(ceremony.id(), reason, access.actor(), now);
        var set = ceremony.set();
        events.publishEvent(new KeyCeremonyAborted(set.organization(), ceremony.id(), set.id(), reason.text(), now));
        notices.readiness(set);
    }
}
