package de.ratssaal.reader;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.packet.MeetingDocuments;
import de.ratssaal.packet.PacketDocuments;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Highlights and notes. Nobody but their author sees them; those that are shared are seen by who belongs to the same group
 * and may read the document, at the moment they ask.
 */
@Service
@Transactional
public class Marking {

    private static final int MOST_MARKS = 20_000;
    private static final Logger LOG = LoggerFactory.getLogger(Marking.class);

    private final MarkStore store;
    private final OwnGroup groups;
    private final PacketDocuments documents;
    private final Meetings meetings;
    private final Councils councils;
    private final Access access;
    private final Clock clock;

    Marking(
            MarkStore store,
            OwnGroup groups,
            PacketDocuments documents,
            Meetings meetings,
            Councils councils,
            Access access,
            Clock clock) {
        this.store = store;
        this.groups = groups;
        this.documents = documents;
        this.meetings = meetings;
        this.councils = councils;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What whoever asks finds on the documents of a meeting.
     *
     * @param since the cursor they were given last; none for everything
     * @throws NoSuchElementException if there is no such meeting for whoever asks
     */
    @Transactional(readOnly = true)
    public Marks of(MeetingId id, @Nullable String since) {
        var who = access.require();
        var meeting = meetings.meeting(id);
        var versions = documents.of(id).documents().stream()
                .collect(Collectors.toMap(
                        MeetingDocuments.Document::id, MeetingDocuments.Document::fingerprint, (one, same) -> one));
        var readable = versions.keySet();
        var now = new Cursor(store.sequence(who.account()), Cursor.hash(readable));
        var before = Cursor.read(since).filter(it -> it.continuesTo(now)).orElse(null);
        var own = store.own(who.account(), id, readable, before == null ? 0 : before.sequence()).stream()
                .map(MarkStore.Row::mark)
                .map(it -> readable.contains(it.document()) ? it : it.withoutQuote())
                .map(it -> named(it, true, who.name()))
                .filter(it -> before != null || !it.deleted())
                .toList();
        var group = groups.of(who.person(), meeting);
        return new Marks(
                now.toString(),
                before == null,
                own,
                group.map(it -> shared(it, who, meeting, versions)).orElse(List.of()),
                store.read(who.account(), readable),
                store.places(who.account(), readable),
                group.map(OrganizationSummary::shortName).orElse(null));
    }

    /**
     * Only while their author still belongs to the group. Words of the document come with them only if whoever asks reads the
     * version from which they were taken: another may hold what is not for them, or no longer.
     *
     * @param versions fingerprints of what whoever asks may read
     */
    private List<Mark> shared(
            OrganizationSummary group, SignedIn who, MeetingSummary meeting, Map<UUID, String> versions) {
        return store.shared(group.id(), who.account(), versions.keySet()).stream()
                .flatMap(row -> Optional.ofNullable(row.person()).stream()
                        .filter(it -> groups.isOf(group.id(), it, meeting))
                        .map(it -> named(row.mark(), false, councils.nameOf(it)))
                        .map(it -> it.fingerprint().equals(versions.get(it.document())) ? it : it.withoutQuote()))
                .toList();
    }

    private static Mark named(Mark mark, boolean mine, String author) {
        return new Mark(
                mark.id(),
                mark.document(),
                mark.fingerprint(),
                mark.page(),
                mark.kind(),
                mark.colour(),
                mark.places(),
                mark.quote(),
                mark.texts(),
                mark.shared(),
                mark.version(),
                mine,
                author,
                mark.deleted());
    }

    /**
     * Does what whoever acts did on their device, in order, each once.
     *
     * @param meeting in which they were reading
     */
    public List<Outcome> save(MeetingId meeting, List<Operation> operations) {
        var who = access.require();
        var now = clock.instant();
        store.hold(who.account());
        var outcomes = new ArrayList<Outcome>();
        for (var operation : operations) {
            outcomes.add(save(who, meeting, operation, now));
        }
        return outcomes;
    }

    private Outcome save(SignedIn who, MeetingId meeting, Operation operation, Instant now) {
        if (!store.begin(who.account(), operation.id(), now)) {
            return new Outcome.Known(operation.id());
        }
        try {
            store.orNothing(() -> apply(who, meeting, operation, now));
            return new Outcome.Done(operation.id());
        } catch (Refusal refusal) {
            store.refuse(who.account(), operation.id());
            return new Outcome.Refused(operation.id(), refusal);
        } catch (DataIntegrityViolationException e) {
            // what it says may hold the words themselves
            LOG.warn(
                    "The database refused an operation: {}",
                    operation.getClass().getSimpleName());
            store.refuse(who.account(), operation.id());
            return new Outcome.Refused(operation.id(), (Refusal) new Refusal("reader.refused.malformed").initCause(e));
        }
    }

    private void apply(SignedIn who, MeetingId meeting, Operation operation, Instant now) {
        switch (operation) {
            case Operation.Put it -> put(who, meeting, it, now);
            case Operation.Paint it -> paint(mine(who, it.mark()), it.colour(), now);
            case Operation.Write it -> write(mine(who, it.mark()), it, now);
            case Operation.Share it -> share(who, meeting, mine(who, it.mark()), it, now);
            case Operation.Delete it -> delete(mine(who, it.mark()), it, now);
            case Operation.Read it -> store.setRead(who.account(), it, now);
            case Operation.Reach it -> store.setPlace(who.account(), it, now);
        }
    }

    /**
     * Whether the document is there is not asked: it may have been replaced while a device was without network, and nothing
     * that was written is lost. Nothing is shown of it either before it is.
     */
    private void put(SignedIn who, MeetingId meeting, Operation.Put it, Instant now) {
        if (store.count(who.account()) >= MOST_MARKS) {
            throw new Refusal("reader.refused.too-many");
        }
        if (!store.put(who.account(), who.person(), meeting, it, now)) {
            mine(who, it.mark());
        }
    }

    private void paint(MarkStore.Row row, MarkColour colour, Instant now) {
        if (row.mark().kind() != MarkKind.HIGHLIGHT) {
            throw new Refusal("reader.refused.malformed");
        }
        if (!row.mark().deleted()) {
            store.paint(row, colour, now);
        }
    }

    private void write(MarkStore.Row row, Operation.Write it, Instant now) {
        var isEmpty = it.text().isBlank();
        if (!isEmpty && store.isText(it.id())) {
            throw new Refusal("reader.refused.malformed");
        }
        store.change(row, now);
        store.take(row, it.replaces());
        if (!isEmpty) {
            store.write(row, it.id(), it.text(), now);
        }
    }

    private void share(SignedIn who, MeetingId meeting, MarkStore.Row row, Operation.Share it, Instant now) {
        if (!it.shared()) {
            store.change(row, now);
            store.share(row, null);
            return;
        }
        if (row.mark().deleted() || row.sharedVersion() > it.seen()) {
            throw new Refusal("reader.refused.sharing-ended");
        }
        var group = meetings.find(meeting)
                .flatMap(found -> groups.of(who.person(), found))
                .orElseThrow(() -> new Refusal("reader.refused.no-group"));
        if (!documents.mayRead(row.mark().document())) {
            throw new Refusal("reader.refused.unknown");
        }
        store.change(row, now);
        store.share(row, group.id());
    }

    private void delete(MarkStore.Row row, Operation.Delete it, Instant now) {
        if (!row.mark().deleted()) {
            store.change(row, now);
            store.take(row, it.replaces());
            store.delete(row);
        }
    }

    /** Somebody else's is answered as one that is not there. */
    private MarkStore.Row mine(SignedIn who, UUID mark) {
        return store.find(who.account(), mark).orElseThrow(() -> new Refusal("reader.refused.unknown"));
    }
}
