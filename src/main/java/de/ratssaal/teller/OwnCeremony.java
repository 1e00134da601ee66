package de.ratssaal.teller;

import de.ratssaal.ballot.CeremonyMessages;
import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.Hash;
import de.ratssaal.ballot.MalformedRecord;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a teller does in the making of the key: in their own name only, whatever their browser says. */
@Service
@Transactional
public class OwnCeremony {

    private static final int LONGEST_MESSAGE = 65_536;
    private static final Logger LOG = LoggerFactory.getLogger(OwnCeremony.class);

    private final TellerStore store;
    private final KeyCeremonies ceremonies;
    private final TellerNotices notices;
    private final ObjectProvider<TellerWork> work;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    OwnCeremony(
            TellerStore store,
            KeyCeremonies ceremonies,
            TellerNotices notices,
            ObjectProvider<TellerWork> work,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.store = store;
        this.ceremonies = ceremonies;
        this.notices = notices;
        this.work = work;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** A ceremony and the place in it of whoever asks. */
    public record Place(Ceremony ceremony, int index) {}

    /** The one that runs with whoever is signed in, or the last one. */
    @Transactional(readOnly = true)
    public Optional<Place> current() {
        var person = access.requirePerson();
        return store.latestOf(person).map(it -> new Place(it, indexOf(it, person)));
    }

    /** Whether whoever is signed in is, or was, a teller. */
    @Transactional(readOnly = true)
    public boolean isTeller() {
        return access.signedIn()
                .map(it -> it.person())
                .filter(it -> store.isTeller(it))
                .isPresent();
    }

    /** Whose secret votes whoever is signed in counts now. */
    @Transactional(readOnly = true)
    public List<OrganizationId> organizations() {
        return store.organizationsOf(access.requirePerson());
    }

    /** Whether a ceremony waits for a message of whoever is signed in. */
    @Transactional(readOnly = true)
    public Optional<Place> waitingForMe() {
        return isTeller() ? current().filter(it -> it.ceremony().isRunning()) : Optional.empty();
    }

    /** What whoever is signed in is asked for beside the key. */
    @Transactional(readOnly = true)
    public List<TellerTask> tasks() {
        var person = access.requirePerson();
        return work.stream().flatMap(it -> it.of(person).stream()).toList();
    }

    /**
     * Publishes the message of whoever is signed in. The same again changes nothing. With the last one the key is made.
     *
     * @param message kept byte by byte
     * @throws NoSuchElementException if there is no such ceremony, or whoever asks takes no part in it
     * @throws Refusal if another one was sent before, it is not in turn, it does not hold, or the ceremony is over
     */
    public void publish(CeremonyId id, int round, String message) {
        var ceremony = take(id);
        var index = indexOf(ceremony, access.requirePerson());
        if (round < 0 || round > Ceremony.LAST_ROUND) {
            throw new NoSuchElementException("round " + round);
        }
        var before = ceremony.message(round, index);
        if (before != null && before.equals(message)) {
            return;
        }
        if (before != null) {
            throw new Refusal("teller.message.other");
        }
        if (!ceremony.isRunning()) {
            throw new Refusal("teller.message.over");
        }
        if (round > 0 && !ceremony.isComplete(round - 1)) {
            throw new Refusal("teller.message.too-early");
        }
        if (round == 1) {
            requireAnnounced(ceremony, index, message);
        }
        requireSound(ceremony, round, index, message);
        store.add(id, round, index, message);
        finish(take(id));
        notices.progress(ceremony.set());
    }

    /** Breaks the ceremony off, as whoever takes part in it may. */
    public void abort(CeremonyId id, String reason) {
        ceremonies.abort(take(id), reason);
    }

    private Ceremony take(CeremonyId id) {
        var person = access.requirePerson();
        return store.take(id)
                .filter(it -> it.set().has(person))
                .orElseThrow(() -> new NoSuchElementException("ceremony " + id));
    }

    private static int indexOf(Ceremony ceremony, PersonId person) {
        return ceremony.set().seats().stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("ceremony " + ceremony.id()))
                .index();
    }

    /** So that nobody chooses a first message after having seen another's. */
    private static void requireAnnounced(Ceremony ceremony, int index, String first) {
        if (!messagesOf(ceremony).isAnnounced(index, ceremony.messages(0).get(index - 1), first)) {
            LOG.warn("Teller {} in ceremony {} announced another first message", index, ceremony.id());
            throw new Refusal("teller.message.not-announced");
        }
    }

    private static void requireSound(Ceremony ceremony, int round, int index, String message) {
        if (message.length() > LONGEST_MESSAGE) {
            throw new Refusal("teller.message.wrong");
        }
        var messages = messagesOf(ceremony);
        try {
            switch (round) {
                case 0 -> messages.requireAnnouncement(message);
                case 1 -> messages.requireFirst(index, message);
                case 2 -> messages.requireSecond(index, message, ceremony.messages(1));
                default -> messages.requireThird(index, message, ceremony.messages(1), ceremony.messages(2));
            }
        } catch (MalformedRecord e) {
            LOG.warn(
                    "Message {} of teller {} in ceremony {} does not hold: {}",
                    round,
                    index,
                    ceremony.id(),
                    e.getMessage());
            throw new Refusal("teller.message.wrong");
        }
    }

    private void finish(Ceremony ceremony) {
        if (!ceremony.isComplete(Ceremony.LAST_ROUND)) {
            return;
        }
        var trustees = messagesOf(ceremony).trustees(ceremony.messages(1), ceremony.messages(2), ceremony.messages(3));
        var now = clock.instant();
        store.finish(ceremony.id(), trustees, now);
        var set = ceremony.set();
        events.publishEvent(new KeyCeremonyCompleted(
                set.organization(), ceremony.id(), set.id(), Hash.hex(trustees.getBytes(StandardCharsets.UTF_8)), now));
        notices.readiness(set);
    }

    private static CeremonyMessages messagesOf(Ceremony ceremony) {
        return new CeremonyMessages(
                Groups.named(ceremony.group()),
                ceremony.id().toString(),
                ceremony.set().size(),
                ceremony.set().threshold());
    }
}
