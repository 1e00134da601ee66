package de.ratssaal.audit;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.KnownNames;
import de.ratssaal.identity.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What auditors and administrators read in the log. Each method asks for one of these roles. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class AuditTrail {

    private static final int MOST = 500;
    private static final Pattern IDENTIFIED = Pattern.compile("(?:account|person)/([0-9a-f-]{36})");

    private final LogStore store;
    private final LogKeys keys;
    private final Sequencer sequencer;
    private final JdbcTemplate database;
    private final KnownNames names;
    private final Access access;

    AuditTrail(LogStore store, LogKeys keys, Sequencer sequencer, KnownNames names, Access access) {
        this.names = names;
        this.store = store;
        this.sequencer = sequencer;
        this.keys = keys;
        this.database = store.database();
        this.access = access;
    }

    /**
     * Entries from the newest to the oldest.
     *
     * @param before only entries with a smaller number, for the next page
     * @param limit at most {@value #MOST}
     */
    public List<AuditEntry> newest(AuditFilter filter, @Nullable Long before, int limit) {
        requireAuditor();
        var query = new StringBuilder("select id, at, actor, type, subject, line from audit_entry where true");
        var values = new ArrayList<Object>();
        var subject = filter.subject();
        if (subject != null) {
            query.append(" and starts_with(subject, ?)");
            values.add(subject);
        }
        var type = filter.type();
        if (type != null) {
            query.append(" and type = ?");
            values.add(type);
        }
        var actor = filter.actor();
        if (actor != null) {
            query.append(" and actor = any (?)");
            values.add(actorsWith(actor).toArray(String[]::new));
        }
        addTime(query, values, " and at >= ?", filter.from());
        addTime(query, values, " and at < ?", filter.to());
        if (before != null) {
            query.append(" and id < ?");
            values.add(before);
        }
        query.append(" order by id desc limit ?");
        values.add(Math.clamp(limit, 1, MOST));
        return database.query(query.toString(), LogStore.ENTRY, values.toArray());
    }

    private static void addTime(
            StringBuilder query, Collection<Object> values, String condition, @Nullable Instant time) {
        if (time != null) {
            query.append(condition);
            values.add(OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
        }
    }

    /** The types of which there are entries, in alphabetical order. */
    public List<String> types() {
        requireAuditor();
        return distinct("type");
    }

    /** Actors whose identifier or name has the part in it. */
    private List<String> actorsWith(String part) {
        var actors = distinct("actor");
        var known = names.of(actors.stream()
                .flatMap(it -> identifiers(it).stream())
                .distinct()
                .toList());
        var typed = part.toLowerCase(Locale.ROOT);
        return actors.stream()
                .filter(it -> it.contains(part)
                        || identifiers(it).stream()
                                .map(who -> known.getOrDefault(who, ""))
                                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(typed)))
                .toList();
    }

    /** Of account and person, as {@link RecordAuditedEvents} writes them. */
    private static List<UUID> identifiers(String actor) {
        return IDENTIFIED
                .matcher(actor)
                .results()
                .map(it -> UUID.fromString(it.group(1)))
                .toList();
    }

    /** Jumps from value to value along the index instead of reading every entry. */
    private List<String> distinct(String column) {
        return database.query("""
                with recursive value(v) as (
                    (select %1$s from audit_entry order by %1$s limit 1)
                    union all
                    select (select %1$s from audit_entry where %1$s > v order by %1$s limit 1) from value where v is not null
                )
                select v from value where v is not null
                """.formatted(column), (row, number) -> row.getString("v"));
    }

    /** One entry with its proof, if there is an entry of that number. */
    public Optional<EntryProof> prove(long entry) {
        requireAuditor();
        return database
                .query("select id, at, actor, type, subject, line from audit_entry where id = ?", LogStore.ENTRY, entry)
                .stream()
                .findFirst()
                .map(this::prove);
    }

    private EntryProof prove(AuditEntry entry) {
        var leaf = store.leafOf(entry.id());
        var head = head();
        if (leaf.isEmpty() || head.isEmpty() || leaf.get().index() >= head.get().size()) {
            return new EntryProof(entry, null, entry.leaf(), List.of(), null, EntryProof.State.WAITING);
        }
        var place = leaf.get().index();
        var signed = head.get();
        var path = MerkleTree.inclusionPath(place, signed.size(), store);
        var holds = signed.note().verdict(keys.verifiers()) == SignedNote.Verdict.GENUINE
                && MerkleProof.includes(entry.leaf(), place, signed.size(), path, signed.root());
        return new EntryProof(
                entry, place, entry.leaf(), path, signed, holds ? EntryProof.State.PROVEN : EntryProof.State.WRONG);
    }

    /** Where the log stands. */
    public LogState state() {
        requireAuditor();
        return new LogState(head().orElse(null), sequencer.waiting());
    }

    /**
     * Whether the log still begins with what a head from outside counted. Answered from the tree alone, at once; that the
     * tree belongs to the entries is what {@link #check} finds out.
     *
     * @throws IllegalArgumentException if the text is no head
     */
    public HeadComparison compare(String outsideHead) {
        requireAuditor();
        var old = SignedHead.parse(outsideHead);
        if (old.note().verdict(keys.verifiers()) != SignedNote.Verdict.GENUINE) {
            return HeadComparison.NOT_GENUINE;
        }
        var now = head();
        if (now.isEmpty() || old.size() > now.get().size()) {
            return HeadComparison.LONGER;
        }
        var size = now.get().size();
        var proof = old.size() == 0 ? List.<Hash>of() : MerkleTree.consistencyPath(old.size(), size, store);
        return MerkleProof.isConsistent(old.size(), old.root(), size, now.get().root(), proof)
                ? HeadComparison.SAME
                : HeadComparison.OTHER;
    }

    /**
     * Prepares a check of the whole log; it runs on the caller's thread when it is told to.
     *
     * @param outsideHead a head that was kept outside, if there is one
     * @throws IllegalArgumentException if that is no head
     */
    public LogCheck check(@Nullable String outsideHead) {
        requireAuditor();
        return new LogCheck(
                store, keys.verifiers(), outsideHead == null ? List.of() : List.of(SignedHead.parse(outsideHead)));
    }

    /** The public keys that heads of this log are signed with, the present one first, as C2SP signed-note writes them. */
    public List<String> publicKeys() {
        requireAuditor();
        return keys.verifiers().stream().map(VerifierKey::toString).toList();
    }

    private Optional<SignedHead> head() {
        return store.newestHead().map(it -> SignedHead.parse(it.note()));
    }

    private void requireAuditor() {
        access.requireAnywhere(Role.AUDITOR, Role.ADMINISTRATOR);
    }
}
