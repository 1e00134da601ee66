package de.ratssaal.distribution;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What changed in a meeting since the member who is signed in last looked. It is kept for each on the server, so that it is
 * the same on every device, and holds no more than what they may read at the moment they ask.
 */
@Service
@Transactional
public class Looks {

    private final Meetings meetings;
    private final TakingStock stock;
    private final JdbcClient database;
    private final Access access;
    private final Clock clock;

    Looks(Meetings meetings, TakingStock stock, JdbcClient database, Access access, Clock clock) {
        this.meetings = meetings;
        this.stock = stock;
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    /** Nothing for who is no person, and at the first look, from which on changes are told. */
    public Optional<Since> sinceLastLook(MeetingId id) {
        var meeting = meetings.meeting(id);
        var me = access.signedIn().map(SignedIn::person);
        if (me.isEmpty() || meeting.convenedAt() == null) {
            return Optional.empty();
        }
        var whole = stock.of(id);
        var attends = meetings.maySeeNonPublic(id);
        var now = whole.readableBy(attends);
        var seen = last(id, me.get());
        if (seen.isEmpty()) {
            keep(id, me.get(), now, clock.instant());
            return Optional.empty();
        }
        // who lost a right no longer learns what they once could know
        var before = seen.get().contents().readableBy(attends);
        return Optional.of(new Since(seen.get().at(), now.since(before, whole)));
    }

    /** What is marked at items, papers and files, by their identifiers. */
    public Map<String, Change.What> marks(MeetingId id) {
        var marks = new HashMap<String, Change.What>();
        sinceLastLook(id).stream()
                .flatMap(it -> it.changes().stream())
                .filter(it -> !it.key().isEmpty())
                .forEach(it -> marks.put(it.key(), it.what()));
        return marks;
    }

    /** The member who is signed in has seen what there is now. */
    public void seen(MeetingId id) {
        meetings.meeting(id);
        var me = access.requirePerson();
        keep(id, me, stock.of(id).readableBy(meetings.maySeeNonPublic(id)), clock.instant());
    }

    private record Look(Contents contents, Instant at) {}

    private Optional<Look> last(MeetingId id, PersonId person) {
        return database.sql("select seen, seen_at from distribution_look where meeting_id = ? and person_id = ?")
                .params(id.value(), person.value())
                .query((row, number) -> new Look(
                        Contents.read(row.getString("seen")),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private void keep(MeetingId id, PersonId person, Contents seen, Instant at) {
        database.sql("""
                        insert into distribution_look (meeting_id, person_id, seen, seen_at) values (?, ?, ?, ?)
                        on conflict (meeting_id, person_id) do update set seen = excluded.seen,
                            seen_at = excluded.seen_at
                        """)
                .params(id.value(), person.value(), seen.write(), at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
